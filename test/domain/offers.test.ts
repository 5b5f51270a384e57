import { describe, expect, test } from 'vitest';
import { acceptOffer, keepOffered, lapseOffer, latestAnswer, offer, passOffer } from '../../domain/offers.ts';
import { refuse, refuseField } from '../../domain/outcome.ts';
import { CITIZEN, staff } from '../../domain/owner.ts';
import { plusMinutes } from '../../domain/time.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reachAt, START, slotIn } from './stages-of-life.ts';

const ID = '00000000000000000000000000';
const waiting = { ...reachAt('waiting'), id: ID };
const offered = { ...reachAt('offered'), id: ID };
const context = contextAt(START);
const [soon, late] = [slotIn(1, waiting, START), slotIn(7, waiting, START)];
const TWO_DAYS_LATER = '2026-06-10T16:00:00.000Z';
const [given] = offered.offered;
const heldSlot = given?.slot ?? '';
const back = (slot: string, at = START) => ({
  ...{ act: 'release', slot, freeFrom: plusMinutes(at, 5), openFrom: plusMinutes(at, 20) },
});

describe('An offer', () => {
  const given = () => agreed(offer(waiting, [late, slotIn(8, waiting, START)], context, 'court-date'));

  test('is the citizen’s to answer within two working days', () => {
    const { after, slots } = given();
    expect(after).toMatchObject({ status: 'offered', owner: CITIZEN, rung: 0, step: 'slot', until: TWO_DAYS_LATER });
    expect(after).toMatchObject({ offered: [{ slot: late.id, number: 1 }, { number: 1 }], silenceKeeps: undefined });
    expect(slots).toStrictEqual([]);
  });

  test('tells of its first turn, and of its end', () => {
    const { events, letters } = given();
    const ids = `${late.id} ${slotIn(8, waiting, START).id}`;
    expect(events).toStrictEqual([
      { kind: 'offered', at: START, by: context.by, facts: { until: TWO_DAYS_LATER, slots: ids, why: 'court-date' } },
    ]);
    expect(letters).toStrictEqual([
      {
        ...{ template: 'offered', to: 'applicant', facts: { startsAt: late.startsAt, until: TWO_DAYS_LATER } },
        validWhile: { statuses: ['offered'], before: TWO_DAYS_LATER },
      },
    ]);
    expect(agreed(offer(waiting, [late], context)).events[0]?.facts).not.toHaveProperty('why');
  });

  test('is not made twice: the same turns again are refused, other ones take their place', () => {
    const twice = { ...offered, offered: offered.offered.slice(0, 1) };
    const [first] = twice.offered;
    const same = { ...late, id: first?.slot ?? '' };
    expect(offer(twice, [same], context)).toEqual(refuse('already-recorded'));
    expect(offer(twice, [same, soon], context).agreed).toBe(true);
    expect(offer(twice, [soon], context).agreed).toBe(true);
  });

  test('ends when the soonest of its turns begins, at the latest', () => {
    const { after: short } = agreed(offer(waiting, [late, soon], context));
    expect(short.deadline).toStrictEqual({ at: soon.startsAt, sum: { kind: 'fixed', from: START } });
    const exact = { ...soon, startsAt: TWO_DAYS_LATER, endsAt: plusMinutes(TWO_DAYS_LATER, 10) };
    expect(agreed(offer(waiting, [exact], context)).after.deadline.sum.kind).toBe('working-days');
  });

  test('that is made anew gives back what it no longer holds', () => {
    const kept = { ...late, id: heldSlot };
    expect(agreed(offer(offered, [soon], context)).slots).toStrictEqual([back(heldSlot)]);
    expect(agreed(offer(offered, [soon, kept], context)).slots).toStrictEqual([]);
    const instead = { ...offered, silenceKeeps: true as const };
    expect(agreed(offer(instead, [soon], context)).after).toMatchObject({ silenceKeeps: undefined });
  });

  test('holds at least one turn, each of the request’s official and still to come', () => {
    expect(offer(waiting, [], context)).toStrictEqual(refuseField('slots', 'empty'));
    const other = { ...late, official: 'hq-mayor' };
    expect(offer(waiting, [late, other], context)).toStrictEqual(refuseField('slot', 'other-official'));
    const past = contextAt(soon.startsAt);
    expect(offer(waiting, [late, soon], past)).toStrictEqual(refuse('slot-gone', { why: 'in-the-past' }));
  });
});

describe('An offer is answered', () => {
  test('by taking one of its turns, and no other', () => {
    const slot = { ...late, id: heldSlot };
    expect(agreed(acceptOffer(offered, slot, context)).after).toMatchObject({
      ...{ status: 'scheduled', appointment: { slot: heldSlot } },
    });
    expect(acceptOffer(offered, slotIn(8, offered, START), context)).toStrictEqual(refuseField('slot', 'not-offered'));
    const two = {
      ...offered,
      offered: [...offered.offered, ...offered.offered.map((turn) => ({ ...turn, slot: 'b' }))],
    };
    expect(acceptOffer(two, { ...late, id: 'b' }, context).agreed).toBe(true);
  });

  test('by passing it: the place in the queue stays, the first time', () => {
    const { after, events, letters, slots } = agreed(passOffer(offered, context));
    expect(after).toMatchObject({ status: 'waiting', passes: 1, owner: staff('secretary', 'harbour') });
    expect(after).not.toHaveProperty('offered');
    expect(after).toMatchObject({ placedAt: undefined });
    expect(events).toStrictEqual([{ kind: 'offer-passed', at: START, by: context.by }]);
    expect(letters).toStrictEqual([]);
    expect(slots).toStrictEqual([back(heldSlot)]);
  });

  test('by passing it once more: behind those of the same day', () => {
    const again = agreed(passOffer({ ...offered, passes: 1 }, context)).after;
    expect(again).toMatchObject({ passes: 2, placedAt: '2026-06-08T23:00:00.000Z' });
  });

  test('by nobody in time: as if it were passed, and the citizen is told', () => {
    const { after, events, letters, slots } = lapseOffer(offered, context);
    expect(after).toMatchObject({ status: 'waiting', passes: 1 });
    expect(events.map(({ kind }) => kind)).toStrictEqual(['offer-lapsed']);
    expect(letters).toStrictEqual([
      { template: 'offer-lapsed', to: 'applicant', facts: {}, validWhile: { statuses: ['waiting'] } },
    ]);
    expect(slots).toStrictEqual([back(heldSlot)]);
  });

  test('and a place that was lost before stays lost', () => {
    const placed = { ...offered, placedAt: '2026-06-08T23:00:00.000Z' };
    expect(lapseOffer(placed, context).after).toMatchObject({ placedAt: '2026-06-08T23:00:00.000Z' });
  });

  test('tells of vacant rungs on the way back to the queue', () => {
    const office = { ...context.office, users: [] };
    const kinds = lapseOffer(offered, { ...context, office }).events.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toStrictEqual(['offer-lapsed', 'rung-vacant']);
  });
});

describe('A turn in place of one that a closure took', () => {
  test('is kept by silence', () => {
    const { after, events, slots } = keepOffered(offered, context);
    expect(after).toMatchObject({ status: 'scheduled', appointment: { slot: heldSlot, startsAt: given?.startsAt } });
    expect(events[0]?.kind).toBe('scheduled');
    expect(slots).toStrictEqual([{ act: 'confirm', slot: heldSlot }]);
  });

  test('is lost where it has begun, or none is held', () => {
    const { after, events } = keepOffered(offered, contextAt(given?.startsAt ?? START));
    expect(after.status).toBe('waiting');
    expect(events[0]?.kind).toBe('offer-lapsed');
    expect(keepOffered({ ...offered, offered: [] }, context).after.status).toBe('waiting');
  });
});

describe('The latest answer to an offer', () => {
  const turn = (startsAt: string) => ({ number: 1, session: 's', slot: 'a', startsAt, endsAt: startsAt });
  const turns = [turn('2026-06-10T10:00:00.000Z'), turn('2026-06-09T10:00:00.000Z')];

  test('is when the soonest of its turns begins', () => {
    expect(latestAnswer(turns)).toBe('2026-06-09T10:00:00.000Z');
    expect(latestAnswer([])).toBeUndefined();
  });

  test('is an hour before, where silence keeps the turn', () => {
    expect(latestAnswer(turns, true)).toBe('2026-06-09T09:00:00.000Z');
    expect(latestAnswer([], true)).toBeUndefined();
  });
});
