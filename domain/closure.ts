import * as z from 'zod/mini';
import { type CallTask, callTaskFor } from './call-task.ts';
import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { releaseHeld, type Turn, turnOf } from './held-slots.ts';
import { type Letter, type LetterTemplate, letter } from './letter.ts';
import { latestAnswer, offer } from './offers.ts';
import { policiesOf } from './office.ts';
import type { Outcome } from './outcome.ts';
import { agree } from './outcome.ts';
import { CITIZEN } from './owner.ts';
import type { OfficeReason } from './priority.ts';
import type { At, Request } from './request.ts';
import type { Slot } from './slot.ts';
import { enterWaiting, workingDays } from './stages.ts';
import { ClockTime, type Instant, instantAt, LocalDate, plusDays, plusMinutes } from './time.ts';
import { wrongState } from './triage.ts';
import { fixedAt } from './working-time.ts';

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
 * What took a turn away: the letter that tells of it, its reason code in the ledger, and the priority of whoever has to wait
 * because of it.
 */
type TakenBy = Extract<OfficeReason, LetterTemplate>;
export const CLOSURE: TakenBy = 'closure';

type FromClosure = {
  readonly closed: Span;
  readonly next: Turn | undefined;
  readonly why: string;
  readonly says?: TakenBy;
  /** The applicant is in the building: a clerk asks them whether they would rather be called. */
  readonly isThere?: boolean;
};

/**
 * Takes a request out of closed time: it holds `next` instead, and silence keeps it; without room it comes first in the
 * queue. Who was only offered a turn is offered another. The applicant is told once; a request that has nothing in closed
 * time is refused.
 */
export const moveFromClosure = (
  request: Request,
  { closed, next, why, says = CLOSURE, isThere = false }: FromClosure,
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'scheduled' && request.status !== 'offered') return wrongState(request);
  const turns = request.status === 'scheduled' ? [request.appointment] : request.offered;
  const lost = turns.find((turn) => isHit(turn, closed));
  if (!lost) return wrongState(request);
  if (request.status === 'offered' && !request.silenceKeeps && next) return offer(request, [next], context, says);
  const facts = { startsAt: lost.startsAt, session: lost.session, slot: lost.slot, why: says };
  const cancelled = event('cancelled', context, { facts, ...(why !== '' && { text: why }) });
  // What is closed is never offered again: it would become free only when it begins.
  const slots = releaseHeld(request, context, next?.id).map((change) => {
    const hit = turns.find((turn) => turn.slot === change.slot && isHit(turn, closed));
    return hit ? { ...change, freeFrom: hit.startsAt } : change;
  });
  if (!next) {
    const stage = enterWaiting({ ...request, urgent: true, priority: says }, context);
    return agree(
      conclude(request, stage.draft, context, {
        events: [cancelled, ...stage.events],
        letters: [letter(says, 'applicant', {}, { statuses: ['waiting'] })],
        slots,
      }),
    );
  }
  const instead = heldInstead(request, next, says, context);
  const change = conclude(request, instead.draft, context, {
    events: [cancelled, instead.event],
    letters: [instead.letter],
    slots,
  });
  return agree(isThere ? { ...change, callTasks: withCall(change, instead.letter, context) } : change);
};

/** Whoever came in vain is called, whatever else they are told. */
const withCall = ({ after, callTasks }: Change, told: Letter, { office, at }: Context): readonly CallTask[] =>
  callTasks.length > 0 ? callTasks : [callTaskFor(after, told, { office, at, why: 'was-there' })];

/** Whoever waits because of a closure is given a turn of the session that is held in its place; silence keeps it. */
export const seatAfterClosure = (request: Request, next: Turn, context: Context): Outcome<Change> => {
  if (request.status !== 'waiting' || request.priority !== CLOSURE) return wrongState(request);
  const instead = heldInstead(request, next, CLOSURE, context);
  return agree(conclude(request, instead.draft, context, { events: [instead.event], letters: [instead.letter] }));
};

const heldInstead = (request: At<'scheduled' | 'offered' | 'waiting'>, next: Turn, says: TakenBy, context: Context) => {
  const draft = offeredInstead(request, next, context);
  const until = draft.deadline.at;
  const told = { startsAt: next.startsAt, session: next.session, slot: next.id, until };
  return {
    draft,
    event: event('offered', context, { facts: { until, slots: next.id, why: says } }),
    letter: letter(says, 'applicant', told, { statuses: ['offered'], before: until }),
  };
};

const offeredInstead = (
  request: At<'scheduled' | 'offered' | 'waiting'>,
  next: Turn,
  context: Context,
): At<'offered'> => {
  const policies = policiesOf(context.office, request.unit);
  const hold = workingDays(request, context, policies.offerHoldWorkingDays);
  const { appointment: _, ...rest } = request;
  const offered = [turnOf(request, next)];
  const latest = latestAnswer(offered, true);
  return {
    ...rest,
    owner: CITIZEN,
    rung: 0,
    status: 'offered',
    acceptedAt: request.acceptedAt ?? context.at,
    promised: request.promised ?? workingDays(request, context, policies.turnOfferedWithinWorkingDays),
    offered,
    silenceKeeps: true,
    deadline: latest !== undefined && latest < hold.at ? fixedAt(latest, context.at) : hold,
  };
};
