import * as z from 'zod/mini';
import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { type Turn, unfit } from './held-slots.ts';
import { letter } from './letter.ts';
import { policiesOf } from './office.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuseField } from './outcome.ts';
import { standsSince } from './queue.ts';
import type { Request } from './request.ts';
import { workingDays } from './stages.ts';
import { earlier, Instant, plusMinutes } from './time.ts';
import { wrongState } from './triage.ts';

/** Somebody who has a turn and would rather have an earlier one; how often one was offered, and when last. */
export const EarlierWish = z.object({
  city: z.string(),
  official: z.string(),
  request: z.string(),
  /** The place among those who wish: that of the request. */
  since: Instant,
  offers: z.int(),
  offeredAt: z.optional(Instant),
  /** Beyond this nobody looks at it any more. */
  endsAt: Instant,
  version: z.int(),
});
export type EarlierWish = z.infer<typeof EarlierWish>;

/** Notes the wish of somebody who has a turn. */
export const wishForEarlier = (request: Request): Outcome<EarlierWish> =>
  request.status === 'scheduled'
    ? agree({
        ...{ city: request.city, official: request.official, request: request.id, since: standsSince(request) },
        ...{ offers: 0, endsAt: request.appointment.endsAt, version: 1 },
      })
    : wrongState(request);

const MINUTES_A_DAY = 24 * 60;

/** May one more offer be made: not too many, and not too soon after the last one? */
export const mayBeAsked = ({ offers, offeredAt }: EarlierWish, unit: string, { office, at }: Context): boolean => {
  const { most, daysApart } = policiesOf(office, unit).earlierOffers;
  return offers < most && (offeredAt === undefined || plusMinutes(offeredAt, daysApart * MINUTES_A_DAY) <= at);
};

/**
 * Tells of an earlier turn that is held for a while. Nothing else changes: the turn that was given stays until the citizen
 * moves, which costs none of the moves that one has; silence keeps it.
 */
export const offerEarlier = (request: Request, slot: Turn, context: Context): Outcome<Change> => {
  if (request.status !== 'scheduled') return wrongState(request);
  const { number, startsAt } = request.appointment;
  if (slot.startsAt >= startsAt) return refuseField('slot', 'not-earlier');
  const bad = unfit(request, slot, context);
  if (bad) return bad;
  const until = earlierUntil(request, slot, context);
  const facts = { startsAt: slot.startsAt, session: slot.session, slot: slot.id, until };
  return agree(
    conclude(request, request, context, {
      events: [event('earlier-offered', context, { facts })],
      letters: [
        letter('earlier-offered', 'applicant', facts, { statuses: ['scheduled'], appointment: number, before: until }),
      ],
    }),
  );
};

/** Until when an earlier turn is held. */
export const earlierUntil = (request: Request, slot: Turn, context: Context): Instant => {
  const hold = workingDays(request, context, policiesOf(context.office, request.unit).offerHoldWorkingDays);
  return earlier(hold.at, slot.startsAt);
};
