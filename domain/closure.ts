import * as z from 'zod/mini';
import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { releaseHeld, type Turn, turnOf } from './held-slots.ts';
import { letter } from './letter.ts';
import { latestAnswer, offer } from './offers.ts';
import { policiesOf } from './office.ts';
import type { Outcome } from './outcome.ts';
import { agree } from './outcome.ts';
import { CITIZEN } from './owner.ts';
import type { At, Request } from './request.ts';
import type { Slot } from './slot.ts';
import { enterWaiting, workingDays } from './stages.ts';
import { ClockTime, earlier, type Instant, instantAt, LocalDate, plusDays, plusMinutes } from './time.ts';
import { wrongState } from './triage.ts';

/** An office that is shut at short notice: a day, or from one hour of it to another. */
export const Closing = z.object({ on: LocalDate, from: z.optional(ClockTime), to: z.optional(ClockTime) });
export type Closing = z.infer<typeof Closing>;

type Span = { readonly startsAt: Instant; readonly endsAt: Instant };

export const spanOf = ({ on, from = '00:00', to }: Closing, timeZone: string): Span => ({
  startsAt: instantAt(on, from, timeZone),
  endsAt: to === undefined ? instantAt(plusDays(on, 1), '00:00', timeZone) : instantAt(on, to, timeZone),
});

/** Does it fall into closed time, in whole or in part? */
export const isHit = (what: Span, span: Span): boolean => what.startsAt < span.endsAt && span.startsAt < what.endsAt;

/** A new turn is never so near that nobody could answer or come. */
const LEAST_NOTICE_MINUTES = 180;

export const isInTime = (slot: Pick<Slot, 'startsAt'>, at: Instant): boolean =>
  slot.startsAt > plusMinutes(at, LEAST_NOTICE_MINUTES);

/**
 * Takes a request out of closed time: it holds `next` instead, and silence keeps it; without room it comes first in the
 * queue. Who was only offered a turn is offered another. The applicant is told once; a request that has nothing in closed
 * time is refused.
 */
export const moveFromClosure = (
  request: Request,
  { closed, next, why }: { readonly closed: Span; readonly next: Turn | undefined; readonly why: string },
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'scheduled' && request.status !== 'offered') return wrongState(request);
  const turns = request.status === 'scheduled' ? [request.appointment] : request.offered;
  const lost = turns.find((turn) => isHit(turn, closed));
  if (!lost) return wrongState(request);
  if (request.status === 'offered' && !request.silenceKeeps && next) return offer(request, [next], context);
  const facts = { startsAt: lost.startsAt, session: lost.session, slot: lost.slot };
  const cancelled = event('cancelled', context, { text: why, facts });
  // What is closed is never offered again: it would become free only when it begins.
  const slots = releaseHeld(request, context, next?.id).map((change) => {
    const turn = turns.find(({ slot }) => slot === change.slot);
    return change.act === 'release' && turn && isHit(turn, closed) ? { ...change, freeFrom: turn.startsAt } : change;
  });
  if (!next) {
    const stage = enterWaiting({ ...request, urgent: true }, context);
    return agree(
      conclude(request, stage.draft, context, {
        events: [cancelled, ...stage.events],
        letters: [letter('closure', 'applicant', {}, { statuses: ['waiting'] })],
        slots,
      }),
    );
  }
  const draft = offeredInstead(request, next, context);
  const told = { startsAt: next.startsAt, session: next.session, slot: next.id, until: draft.deadline.at };
  return agree(
    conclude(request, draft, context, {
      events: [cancelled, event('offered', context, { facts: { until: draft.deadline.at, slots: next.id } })],
      letters: [letter('closure', 'applicant', told, { statuses: ['offered'], before: draft.deadline.at })],
      slots,
    }),
  );
};

const offeredInstead = (request: At<'scheduled' | 'offered'>, next: Turn, context: Context): At<'offered'> => {
  const policies = policiesOf(context.office, request.unit);
  const hold = workingDays(request, context, policies.offerHoldWorkingDays);
  const { appointment: _, ...rest } = request;
  const offered = [turnOf(request, next)];
  return {
    ...rest,
    owner: CITIZEN,
    rung: 0,
    status: 'offered',
    acceptedAt: request.acceptedAt ?? context.at,
    promised: request.promised ?? workingDays(request, context, policies.turnOfferedWithinWorkingDays),
    offered,
    silenceKeeps: true,
    deadline: { ...hold, at: earlier(hold.at, latestAnswer(offered, true) ?? hold.at) },
  };
};
