import { describe, expect, test } from 'vitest';
import { CLOSURE, isHit, isInTime, moveFromClosure, seatAfterClosure, spanOf } from '../../domain/closure.ts';
import { offer } from '../../domain/offers.ts';
import { CITIZEN } from '../../domain/owner.ts';
import type { Request } from '../../domain/request.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { agreed } from '../support/world.ts';
import { contextAt, MINUTES_A_DAY, reach, SECRETARY, START, slotIn } from './stages-of-life.ts';

const LONDON = 'Europe/London';
const context = contextAt(START);
const span = (startsAt: Instant, endsAt: Instant) => ({ startsAt, endsAt });

describe('Closed time', () => {
  test.each([
    ['a whole day', { on: '2026-06-09' }, '2026-06-08T23:00:00.000Z', '2026-06-09T23:00:00.000Z'],
    ['from an hour on', { on: '2026-06-09', from: '12:00' }, '2026-06-09T11:00:00.000Z', '2026-06-09T23:00:00.000Z'],
    ['until an hour', { on: '2026-06-09', to: '12:00' }, '2026-06-08T23:00:00.000Z', '2026-06-09T11:00:00.000Z'],
    ['the day on which clocks go back', { on: '2026-10-25' }, '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
  ])('is %s', (_, closing, startsAt, endsAt) => {
    expect(spanOf(closing, LONDON)).toStrictEqual({ startsAt, endsAt });
  });

  test.each([
    ['within it', '10:10', '10:20', true],
    ['around it', '09:00', '12:00', true],
    ['over its beginning', '09:50', '10:01', true],
    ['over its end', '10:59', '11:10', true],
    ['up to its beginning', '09:50', '10:00', false],
    ['from its end on', '11:00', '11:10', false],
  ])('hits what lies %s or not', (_, from, to, hit) => {
    const on = (time: string) => `2026-06-09T${time}:00.000Z`;
    expect(isHit(span(on(from), on(to)), span(on('10:00'), on('11:00')))).toBe(hit);
  });
});

test('A new turn is more than three hours away', () => {
  expect(isInTime({ startsAt: plusMinutes(START, 181) }, START)).toBe(true);
  expect(isInTime({ startsAt: plusMinutes(START, 180) }, START)).toBe(false);
});

const { request: scheduled } = reach('scheduled');
const appointment = scheduled.appointment;
if (!appointment) throw new Error('A scheduled request has a turn');
const closed = span(appointment.startsAt, appointment.endsAt);
const next = slotIn(14, scheduled, START);

const moving = (request: Request, more: Partial<Parameters<typeof moveFromClosure>[1]> = {}) =>
  moveFromClosure(request, { closed, next, why: 'Flood.', ...more }, context);

describe('A turn that falls into closed time', () => {
  const HOLD = '2026-06-10T16:00:00.000Z';
  const facts = { until: HOLD, slots: next.id, why: 'closure' };

  test('is taken away for another one, which silence keeps', () => {
    const { after, events, letters, slots } = agreed(moving(scheduled));
    expect(after).toMatchObject({
      ...{ status: 'offered', owner: CITIZEN, rung: 0, silenceKeeps: true, deadline: { at: HOLD } },
      offered: [{ number: 2, session: 'session', slot: next.id, startsAt: next.startsAt, endsAt: next.endsAt }],
    });
    expect(after).not.toHaveProperty('appointment');
    expect(events).toStrictEqual([
      {
        ...{ kind: 'cancelled', at: START, by: SECRETARY, text: 'Flood.' },
        facts: { startsAt: closed.startsAt, session: 'session', slot: appointment.slot, why: 'closure' },
      },
      { kind: 'offered', at: START, by: SECRETARY, facts },
    ]);
    expect(letters).toStrictEqual([
      {
        ...{ template: 'closure', to: 'applicant' },
        facts: { startsAt: next.startsAt, session: 'session', slot: next.id, until: HOLD },
        validWhile: { statuses: ['offered'], before: HOLD },
      },
    ]);
    expect(slots).toMatchObject([{ act: 'release', slot: appointment.slot, freeFrom: closed.startsAt }]);
  });

  test('keeps the dates of its acceptance', () => {
    const { after } = agreed(moving(scheduled));
    expect(after).toMatchObject({ acceptedAt: scheduled.acceptedAt, promised: scheduled.promised });
    const { promised: _, acceptedAt: __, ...bare } = scheduled as Extract<Request, { status: 'scheduled' }>;
    expect(agreed(moving(bare)).after).toMatchObject({
      ...{ acceptedAt: START, promised: { at: '2026-07-07T16:00:00.000Z', sum: { amount: 20 } } },
    });
  });

  test('is decided on an hour before the other one begins, where that is sooner', () => {
    const soon = (minutes: number) => {
      const startsAt = plusMinutes('2026-06-10T16:00:00.000Z', minutes);
      return agreed(moving(scheduled, { next: { ...next, startsAt, endsAt: plusMinutes(startsAt, 10) } })).after;
    };
    expect(soon(59).deadline).toStrictEqual({ at: '2026-06-10T15:59:00.000Z', sum: { kind: 'fixed', from: START } });
    expect(soon(60).deadline.sum.kind).toBe('working-days');
    expect(soon(61).deadline.at).toBe(HOLD);
  });

  test('says nothing of a reason that nobody gave', () => {
    expect(agreed(moving(scheduled, { why: '' })).events[0]).not.toHaveProperty('text');
  });

  test('without room comes first in the queue, by the reason of what took it', () => {
    const { after, events, letters, slots } = agreed(moving(scheduled, { next: undefined }));
    expect(after).toMatchObject({ status: 'waiting', urgent: true, priority: 'closure', rank: 0 });
    expect(events.map(({ kind }) => kind)).toStrictEqual(['cancelled']);
    expect(letters).toStrictEqual([
      { template: 'closure', to: 'applicant', facts: {}, validWhile: { statuses: ['waiting'] } },
    ]);
    expect(slots).toMatchObject([{ act: 'release', slot: appointment.slot, freeFrom: closed.startsAt }]);
    const cancelled = agreed(moving(scheduled, { next: undefined, says: 'session-cancelled' }));
    expect(cancelled.after).toMatchObject({ priority: 'session-cancelled' });
    expect(cancelled.events[0]?.facts?.why).toBe('session-cancelled');
    expect(cancelled.letters[0]?.template).toBe('session-cancelled');
  });

  test('of somebody who is in the building brings a call of the clerk, once', () => {
    const { callTasks, letters } = agreed(moving(scheduled, { isThere: true }));
    expect(callTasks).toMatchObject([{ why: 'was-there', about: 'closure', unit: 'harbour' }]);
    expect(letters).toHaveLength(1);
    const byPhone = agreed(moving({ ...scheduled, reach: 'call' }, { isThere: true }));
    expect(byPhone.callTasks).toMatchObject([{ why: 'no-contact', about: 'closure' }]);
    expect(byPhone.letters).toStrictEqual([]);
    expect(agreed(moving(scheduled)).callTasks).toStrictEqual([]);
  });

  test('is left alone outside it, as is a request without a turn', () => {
    const later = span(closed.endsAt, plusMinutes(closed.endsAt, 60));
    expect(moving(scheduled, { closed: later })).toMatchObject({ reason: 'wrong-state' });
    expect(moving(reach('waiting').request)).toMatchObject({ reason: 'wrong-state' });
    expect(moving(reach('met').request)).toMatchObject({ reason: 'wrong-state' });
  });
});

describe('An offer that reaches into closed time', () => {
  const { request: waiting } = reach('waiting');
  const [inside, outside] = [slotIn(7, waiting, START), slotIn(9, waiting, START)];
  const offered = agreed(offer(waiting, [outside, inside], context)).after;

  test('is made anew with another turn, which silence does not keep', () => {
    const { after, events, letters, slots } = agreed(moving(offered));
    expect(after).toMatchObject({ status: 'offered', offered: [{ slot: next.id }] });
    expect(after).toHaveProperty('silenceKeeps', undefined);
    expect(events).toMatchObject([{ kind: 'offered', facts: { slots: next.id, why: 'closure' } }]);
    expect(letters).toMatchObject([{ template: 'offered' }]);
    expect(slots.map(({ act, slot }) => [act, slot])).toStrictEqual([
      ['release', outside.id],
      ['release', inside.id],
    ]);
  });

  test('ends in the queue without one; only what is closed is never offered again', () => {
    const { after, slots } = agreed(moving(offered, { next: undefined }));
    expect(after.status).toBe('waiting');
    expect(slots).toMatchObject([{ slot: outside.id }, { slot: inside.id, freeFrom: inside.startsAt }]);
    const [open] = slots;
    if (open?.act !== 'release') throw new Error('What was offered is given back');
    // Between five minutes and an hour later, so that turns are not traded.
    expect(open.freeFrom >= plusMinutes(START, 5) && open.freeFrom <= plusMinutes(START, 60)).toBe(true);
  });

  test('in place of a turn that was given is taken away like a turn, and the slot that stays is not given back', () => {
    const kept: Request = { ...offered, silenceKeeps: true } as Request;
    const { after, slots } = agreed(moving(kept, { next: { ...next, id: outside.id } }));
    expect(after).toMatchObject({ silenceKeeps: true, offered: [{ slot: outside.id }] });
    expect(slots.map(({ slot }) => slot)).toStrictEqual([inside.id]);
  });
});

describe('Who waits because of a closure', () => {
  const waits = agreed(moving(scheduled, { next: undefined })).after;

  test('is given a turn of the session in its place, which silence keeps', () => {
    const { after, events, letters, slots } = agreed(seatAfterClosure(waits, next, context));
    expect(after).toMatchObject({ status: 'offered', silenceKeeps: true, offered: [{ slot: next.id }] });
    expect(after).toMatchObject({ promised: scheduled.promised });
    expect(events).toMatchObject([{ kind: 'offered', facts: { slots: next.id, why: CLOSURE } }]);
    expect(letters).toMatchObject([{ template: 'closure', to: 'applicant' }]);
    expect(slots).toStrictEqual([]);
  });

  test('and nobody else', () => {
    const later = contextAt(plusMinutes(START, MINUTES_A_DAY));
    expect(seatAfterClosure(reach('waiting').request, next, later)).toMatchObject({ reason: 'wrong-state' });
    expect(seatAfterClosure(scheduled, next, later)).toMatchObject({ reason: 'wrong-state' });
    const closing: Request = { ...scheduled, priority: CLOSURE } as Request;
    expect(seatAfterClosure(closing, next, later)).toMatchObject({ reason: 'wrong-state' });
    const byPost: Request = { ...waits, priority: 'session-cancelled' } as Request;
    expect(seatAfterClosure(byPost, next, later)).toMatchObject({ reason: 'wrong-state' });
  });
});
