import { describe, expect, test } from 'vitest';
import { heldSlots, releaseHeld, turnOf, unfit } from '../../domain/held-slots.ts';
import { offer } from '../../domain/offers.ts';
import { plusMinutes } from '../../domain/time.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach, START, slotIn } from './stages-of-life.ts';

const context = contextAt(START);
const { request: waiting } = reach('waiting');
const [one, two] = [slotIn(7, waiting, START), slotIn(8, waiting, START)];
const offered = agreed(offer(waiting, [one, two], context)).after;
const { request: scheduled } = reach('scheduled');

describe('A slot', () => {
  test('is the next turn of a request', () => {
    const turn = { session: one.session, slot: one.id, startsAt: one.startsAt, endsAt: one.endsAt };
    expect(turnOf(waiting, one)).toStrictEqual({ ...turn, number: 1 });
    expect(turnOf(scheduled, one)).toStrictEqual({ ...turn, number: 2 });
  });

  test('fits if it is the same official’s and still to come', () => {
    expect(unfit(waiting, one, context)).toBeUndefined();
    expect(unfit(waiting, { ...one, official: 'hq-mayor' }, context)).toMatchObject({
      ...{ reason: 'invalid', details: { fields: [{ path: 'slot', problem: 'other-official' }] } },
    });
    expect(unfit(waiting, { ...one, startsAt: START }, context)).toMatchObject({
      ...{ reason: 'slot-gone', details: { why: 'in-the-past' } },
    });
    expect(unfit(waiting, { ...one, startsAt: plusMinutes(START, 1) }, context)).toBeUndefined();
  });
});

describe('A request', () => {
  test('holds what it was offered or given, and nothing before and after', () => {
    expect(heldSlots(waiting)).toStrictEqual([]);
    expect(heldSlots(offered)).toStrictEqual([one.id, two.id]);
    expect(heldSlots(scheduled)).toStrictEqual([scheduled.appointment?.slot]);
    expect(heldSlots(reach('met').request)).toStrictEqual([]);
  });

  test.each([
    ['0000', 5],
    ['G000', 33],
    ['ZZZZ', 60],
  ])('with an id ending in %s gives them back %i minutes later, to the queue first', (ending, minutes) => {
    const request = { ...offered, id: `${offered.id.slice(0, -4)}${ending}` };
    const freeFrom = plusMinutes(START, minutes);
    const openFrom = plusMinutes(START, minutes + 15);
    expect(releaseHeld(request, context)).toStrictEqual([
      { act: 'release', slot: one.id, freeFrom, openFrom },
      { act: 'release', slot: two.id, freeFrom, openFrom },
    ]);
    expect(releaseHeld(request, context, one.id).map(({ slot }) => slot)).toStrictEqual([two.id]);
  });
});
