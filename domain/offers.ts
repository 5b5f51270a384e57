import type { Change, Context, Draft } from './change.ts';
import { conclude, event } from './change.ts';
import { releaseHeld, type Turn, turnOf, unfit } from './held-slots.ts';
import { letter } from './letter.ts';
import { policiesOf } from './office.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import { placeAfterPass } from './queue.ts';
import type { Appointment, At, Request } from './request.ts';
import { enterWaiting, workingDays } from './stages.ts';
import { type Instant, plusMinutes } from './time.ts';
import { wrongState } from './triage.ts';
import { give, pickSlot, reasonFact } from './turns.ts';
import { fixedAt } from './working-time.ts';

/** The very same offer stands: a call that came twice must not write to the citizen twice. */
const isOffered = (request: Request, slots: readonly Turn[]): boolean =>
  request.status === 'offered' && request.offered.map(({ slot }) => slot).join() === slots.map(({ id }) => id).join();

/**
 * Offers up to three held slots to the citizen, until the offer's limit.
 *
 * @param why the reason code, where others are passed by it
 */
export const offer = (
  request: Request,
  slots: readonly Turn[],
  context: Context,
  why?: string | undefined,
): Outcome<Change> => {
  if (request.status !== 'waiting' && request.status !== 'offered') return wrongState(request);
  const bad = slots.map((slot) => unfit(request, slot, context)).find((refused) => refused !== undefined);
  if (bad) return bad;
  const [firstSlot] = slots;
  if (!firstSlot) return refuseField('slots', 'empty');
  if (isOffered(request, slots)) return refuse('already-recorded');
  const hold = workingDays(request, context, policiesOf(context.office, request.unit).offerHoldWorkingDays);
  const soonest = slots.map((slot) => slot.startsAt).toSorted()[0] ?? firstSlot.startsAt;
  const deadline = soonest < hold.at ? fixedAt(soonest, context.at) : hold;
  const draft: Draft = {
    ...request,
    owner: { kind: 'citizen' },
    rung: 0,
    status: 'offered',
    offered: slots.map((slot) => turnOf(request, slot)),
    silenceKeeps: undefined,
    deadline,
  };
  return agree(
    conclude(request, draft, context, {
      events: [
        event('offered', context, {
          facts: { until: deadline.at, slots: slots.map((slot) => slot.id).join(' '), ...reasonFact(why) },
        }),
      ],
      letters: [
        letter(
          'offered',
          'applicant',
          { startsAt: firstSlot.startsAt, until: deadline.at },
          { statuses: ['offered'], before: deadline.at },
        ),
      ],
      slots: releaseHeld(request, context).filter(({ slot }) => !slots.some((offered) => offered.id === slot)),
    }),
  );
};

/** The citizen takes one of the turns that were offered. */
export const acceptOffer = (request: Request, slot: Turn, context: Context): Outcome<Change> => {
  if (request.status !== 'offered') return wrongState(request);
  const isOffered = request.offered.some((turn) => turn.slot === slot.id);
  return isOffered ? pickSlot(request, slot, context) : refuseField('slot', 'not-offered');
};

/** The citizen passes; the place in the queue stays. */
export const passOffer = (request: Request, context: Context): Outcome<Change> =>
  request.status === 'offered' ? agree(backToQueue(request, context, 'offer-passed')) : wrongState(request);

/** The hold of an offer ended without an answer. */
export const lapseOffer = (request: At<'offered'>, context: Context): Change =>
  backToQueue(request, context, 'offer-lapsed');

/** The hold of a turn in place of one that a closure took has ended: silence keeps it. */
export const keepOffered = (request: At<'offered'>, context: Context): Change => {
  const [turn] = request.offered;
  const kept = turn && give(request, { ...turn, id: turn.slot, official: request.official }, context, 'scheduled');
  return kept?.agreed ? kept.value : backToQueue(request, context, 'offer-lapsed');
};

/** A turn that silence keeps is decided on before it begins. */
const KEPT_BEFORE_MINUTES = 60;

/** An offer never holds beyond the start of a turn that it offers. */
export const latestAnswer = (offered: readonly Appointment[], silenceKeeps = false): Instant | undefined => {
  const soonest = offered.map(({ startsAt }) => startsAt).toSorted()[0];
  return soonest && silenceKeeps ? plusMinutes(soonest, -KEPT_BEFORE_MINUTES) : soonest;
};

const backToQueue = (request: At<'offered'>, context: Context, kind: 'offer-passed' | 'offer-lapsed'): Change => {
  const passed = { ...request, passes: request.passes + 1 };
  const stage = enterWaiting({ ...passed, placedAt: placeAfterPass(passed, context) ?? request.placedAt }, context);
  return conclude(request, stage.draft, context, {
    events: [event(kind, context), ...stage.events],
    letters: kind === 'offer-lapsed' ? [letter('offer-lapsed', 'applicant', {}, { statuses: ['waiting'] })] : [],
    slots: releaseHeld(request, context),
  });
};
