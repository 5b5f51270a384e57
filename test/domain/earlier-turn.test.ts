import { describe, expect, test } from 'vitest';
import { type EarlierWish, earlierUntil, mayBeAsked, offerEarlier, wishForEarlier } from '../../domain/earlier-turn.ts';
import type { Request } from '../../domain/request.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { agreed } from '../support/world.ts';
import { contextAt, MINUTES_A_DAY, reach, SECRETARY, START, slotIn } from './stages-of-life.ts';

const context = contextAt(START);
const { request } = reach('scheduled');
const turn = request.appointment;
if (!turn) throw new Error('A scheduled request has a turn');
const WISH: EarlierWish = {
  ...{ city: 'eastmere', official: 'harbour-alderman', request: request.id, since: request.submittedAt },
  ...{ offers: 0, endsAt: turn.endsAt, version: 1 },
};

describe('A wish for an earlier turn', () => {
  test('has the place of its request, and ends with the turn that is given', () => {
    expect(wishForEarlier(request)).toStrictEqual({ agreed: true, value: WISH });
    const placedAt = '2026-06-09T23:00:00.000Z';
    expect(agreed(wishForEarlier({ ...request, placedAt } as Request)).since).toBe(placedAt);
  });

  test('is only of somebody who has a turn', () => {
    expect(wishForEarlier(reach('waiting').request)).toMatchObject({ reason: 'wrong-state' });
  });

  test('is answered by at most three offers, a week apart', () => {
    const offeredAt = plusMinutes(START, -7 * MINUTES_A_DAY);
    const may = (more: Partial<EarlierWish>) => mayBeAsked({ ...WISH, ...more }, 'harbour', context);
    expect(may({})).toBe(true);
    expect(may({ offers: 2, offeredAt })).toBe(true);
    expect(may({ offers: 2, offeredAt: plusMinutes(offeredAt, 1) })).toBe(false);
    expect(may({ offers: 3, offeredAt })).toBe(false);
  });
});

describe('An earlier turn', () => {
  const slot = slotIn(5, request, START);
  const startingAt = (startsAt: Instant) => ({ ...slot, startsAt });
  const HOLD = '2026-06-10T16:00:00.000Z';

  test('is told, and changes nothing else', () => {
    const { after, events, letters, slots } = agreed(offerEarlier(request, slot, context));
    const facts = { startsAt: slot.startsAt, session: slot.session, slot: slot.id, until: HOLD };
    expect(after).toStrictEqual({ ...request, version: request.version + 1 });
    expect(events).toStrictEqual([{ kind: 'earlier-offered', at: START, by: SECRETARY, facts }]);
    expect(letters).toStrictEqual([
      {
        ...{ template: 'earlier-offered', to: 'applicant', facts },
        validWhile: { statuses: ['scheduled'], appointment: 1, before: HOLD },
      },
    ]);
    expect(slots).toStrictEqual([]);
  });

  test('is earlier', () => {
    const same = { reason: 'invalid', details: { fields: [{ path: 'slot', problem: 'not-earlier' }] } };
    expect(offerEarlier(request, startingAt(turn.startsAt), context)).toMatchObject(same);
    expect(offerEarlier(request, startingAt(plusMinutes(turn.startsAt, 1)), context)).toMatchObject(same);
    expect(offerEarlier(request, startingAt(plusMinutes(turn.startsAt, -1)), context).agreed).toBe(true);
  });

  test('is the same official’s, still to come, and for somebody who has a turn', () => {
    expect(offerEarlier(request, { ...slot, official: 'hq-mayor' }, context)).toMatchObject({ reason: 'invalid' });
    expect(offerEarlier(request, startingAt(START), context)).toMatchObject({ reason: 'slot-gone' });
    expect(offerEarlier(reach('waiting').request, slot, context)).toMatchObject({ reason: 'wrong-state' });
  });

  test('is held like an offer, but never beyond its beginning', () => {
    expect(earlierUntil(request, startingAt(plusMinutes(HOLD, 1)), context)).toBe(HOLD);
    expect(earlierUntil(request, startingAt(plusMinutes(HOLD, -1)), context)).toBe(plusMinutes(HOLD, -1));
  });
});
