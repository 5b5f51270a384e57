import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withdraw } from '../../domain/citizen-word.ts';
import { plusMinutes } from '../../domain/time.ts';
import { move } from '../../domain/turns.ts';
import { planMorning, take } from '../support/lives.ts';
import { openOffice, type RunningOffice } from '../support/running-office.ts';
import { leadTo } from '../support/stages.ts';
import { agreed } from '../support/world.ts';

let office: RunningOffice;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('Reminders', () => {
  const remindersOf = async (id: string) =>
    (await office.lettersOf(id)).filter((template) => template.endsWith('reminder'));

  test('are written at their two times, and never twice', async () => {
    const request = await leadTo(office, 'before the first reminder');
    if (request.status !== 'scheduled') throw new Error('There is a turn');
    const [first = '', last = ''] = request.reminders;

    await office.clock.moveTo(plusMinutes(first, -1));
    expect(await remindersOf(request.id)).toEqual([]);
    await office.clock.moveTo(first);
    expect(await remindersOf(request.id)).toEqual(['reminder']);
    await office.clock.moveTo(last);
    expect(await remindersOf(request.id)).toEqual(['reminder', 'last-reminder']);
    await office.clock.moveTo(request.appointment.startsAt);
    expect(await remindersOf(request.id)).toHaveLength(2);
  });

  test('go to the new turn after a move, not to the old one', async () => {
    const request = await leadTo(office, 'before the first reminder');
    const [, second] = await planMorning(office, request, 15);
    if (!second) throw new Error('A morning has slots');
    const at = office.clock.now();
    agreed(await office.slots.hold(office.city, second.id, request.id, { at, until: second.startsAt }));
    await take(office, request, (read, context) => move(read, second, context));
    await office.settle();

    await office.clock.moveTo(request.appointment?.startsAt ?? '');
    expect(await remindersOf(request.id)).toEqual([]);
    await office.clock.moveTo(second.startsAt);

    expect(await remindersOf(request.id)).toEqual(['reminder', 'last-reminder']);
    expect(await office.isInStep(request.id)).toBe(true);
  });

  test('are not written after a withdrawal whose wake was lost', async () => {
    const request = await leadTo(office, 'before the first reminder');
    office.faults.stepFunctionsAway = true;
    await take(office, request, (read, context) => withdraw(read, undefined, context));
    office.faults.stepFunctionsAway = false;

    await office.clock.moveTo(plusMinutes(request.appointment?.startsAt ?? '', 60));

    expect(await remindersOf(request.id)).toEqual([]);
  });

  test('are not written after the start, however late the execution comes back', async () => {
    const request = await leadTo(office, 'before the last reminder');
    await office.kill(request.id);

    await office.clock.moveTo(plusMinutes(request.appointment?.startsAt ?? '', 1));
    await office.sweepFor(3);

    expect(await remindersOf(request.id)).toEqual(['reminder']);
    expect(await office.isInStep(request.id)).toBe(true);
  });
});
