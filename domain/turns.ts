import type { Change, Context, Draft } from './change.ts';
import { conclude, event } from './change.ts';
import { standAt } from './escalation.ts';
import { releaseHeld, type Turn, turnOf, unfit } from './held-slots.ts';
import { letter } from './letter.ts';
import { calendarOf, policiesOf } from './office.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import { remindersFor, spreadOf } from './reminders.ts';
import type { Appointment, At, Request } from './request.ts';
import { enterWaiting, workingDays } from './stages.ts';
import { type Instant, instantAt, localDateOf, plusMinutes } from './time.ts';
import type { EventKind } from './timeline.ts';
import { wrongState } from './triage.ts';
import { lastWorkingDayBefore } from './working-time.ts';

const turnFacts = (turn: Appointment) => ({ startsAt: turn.startsAt, session: turn.session, slot: turn.slot });

/** Offers up to three held slots to the citizen, until the offer's limit. */
export const offer = (request: Request, slots: readonly Turn[], context: Context): Outcome<Change> => {
  if (request.status !== 'waiting' && request.status !== 'offered') return wrongState(request);
  const bad = slots.map((slot) => unfit(request, slot, context)).find((refused) => refused !== undefined);
  if (bad) return bad;
  const [firstSlot] = slots;
  if (!firstSlot) return refuseField('slots', 'empty');
  const hold = workingDays(request, context, policiesOf(context.office, request.unit).offerHoldWorkingDays);
  const soonest = slots.map((slot) => slot.startsAt).toSorted()[0] ?? firstSlot.startsAt;
  const deadline = soonest < hold.at ? { ...hold, at: soonest } : hold;
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
        event('offered', context, { facts: { until: deadline.at, slots: slots.map((slot) => slot.id).join(' ') } }),
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

/** Gives a turn for good: the reminders are computed, and from the end of the turn the secretary must say what happened. */
const give = (
  request: Request,
  slot: Turn,
  context: Context,
  kind: EventKind & ('scheduled' | 'moved'),
): Outcome<Change> => {
  const bad = unfit(request, slot, context);
  if (bad) return bad;
  const { office } = context;
  const turn = turnOf(request, slot);
  const { times, dropped } = remindersFor(turn.startsAt, {
    office,
    unit: request.unit,
    at: context.at,
    spread: spreadOf(request.id),
  });
  const desk = standAt(office, request.unit, 'secretary', 0, context.at);
  const deadline = workingDays(
    request,
    { ...context, at: turn.endsAt },
    policiesOf(office, request.unit).outcomeWorkingDays,
  );
  const draft: Draft = {
    ...request,
    status: 'scheduled',
    owner: desk.owner,
    rung: desk.rung,
    chased: 0,
    acceptedAt: request.acceptedAt ?? context.at,
    appointment: turn,
    reminders: times,
    turns: turn.number,
    moves: request.moves + (kind === 'moved' ? 1 : 0),
    deadline,
  };
  return agree(
    conclude(request, draft, context, {
      events: [
        event(kind, context, { facts: turnFacts(turn) }),
        ...(dropped > 0
          ? [event('reminder-dropped', context, { internal: true, facts: { dropped: String(dropped) } })]
          : []),
      ],
      letters: [
        letter(kind, 'applicant', turnFacts(turn), {
          statuses: ['scheduled'],
          appointment: turn.number,
          before: turn.startsAt,
        }),
      ],
      slots: [{ act: 'confirm', slot: slot.id }, ...releaseHeld(request, context, slot.id)],
    }),
  );
};

/** Staff give a turn outright (agreed at the counter or on the phone). */
export const schedule = (request: Request, slot: Turn, context: Context): Outcome<Change> =>
  request.status === 'waiting' || request.status === 'offered'
    ? give(request, slot, context, 'scheduled')
    : wrongState(request);

/** The citizen takes one of the offered slots, or picks another free one of the same official. */
export const pickSlot = (request: Request, slot: Turn, context: Context): Outcome<Change> => {
  if (request.status !== 'offered') return wrongState(request);
  if (request.deadline.at <= context.at) return refuse('too-late', { status: request.status });
  return give(request, slot, context, 'scheduled');
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
  const stage = enterWaiting({ ...request, passes: request.passes + 1 }, context);
  return conclude(request, stage.draft, context, {
    events: [event(kind, context), ...stage.events],
    letters: kind === 'offer-lapsed' ? [letter('offer-lapsed', 'applicant', {}, { statuses: ['waiting'] })] : [],
    slots: releaseHeld(request, context),
  });
};

/** Moving is one act: the new slot is claimed, the old one given back. The citizen has a limit, staff have not. */
export const move = (request: Request, slot: Turn, context: Context): Outcome<Change> => {
  if (request.status !== 'scheduled') return wrongState(request);
  if (slot.id === request.appointment.slot) return refuseField('slot', 'same-slot');
  const { movesAllowed } = policiesOf(context.office, request.unit);
  if (context.by.actor === 'citizen') {
    if (request.moves >= movesAllowed) return refuse('moves-used-up', { limit: movesAllowed });
    const late = tooLate(request, context);
    if (late) return late;
  }
  return give(request, slot, context, 'moved');
};

/** The session of a turn has another place or another way: the turn stays, and its citizen is told. */
export const tellOfNewPlace = (request: Request, context: Context): Outcome<Change> => {
  if (request.status !== 'scheduled') return wrongState(request);
  const { number, startsAt } = request.appointment;
  const facts = turnFacts(request.appointment);
  return agree(
    conclude(request, request, context, {
      events: [event('moved', context, { facts })],
      letters: [
        letter('moved', 'applicant', facts, { statuses: ['scheduled'], appointment: number, before: startsAt }),
      ],
    }),
  );
};

/** Gives the turn back; the request waits again at its old place in the queue. */
export const cancel = (
  request: Request,
  { text }: { text?: string | undefined },
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'scheduled') return wrongState(request);
  const late = context.by.actor === 'citizen' ? tooLate(request, context) : undefined;
  if (late) return late;
  const stage = enterWaiting(request, context);
  return agree(
    conclude(request, stage.draft, context, {
      events: [
        event('cancelled', context, { facts: turnFacts(request.appointment), ...(text !== undefined && { text }) }),
        ...stage.events,
      ],
      letters: [letter('cancelled', 'applicant', turnFacts(request.appointment))],
      slots: releaseHeld(request, context),
    }),
  );
};

/** Citizens move or cancel until the hour that the policy names, on the last working day before the turn. */
const tooLate = (request: At<'scheduled'>, { office, at }: Context) => {
  const { timeZone } = office.city;
  const day = lastWorkingDayBefore(
    calendarOf(office, request.unit),
    localDateOf(request.appointment.startsAt, timeZone),
  );
  const limit = day && instantAt(day, policiesOf(office, request.unit).moveUntil, timeZone);
  return limit !== undefined && at > limit ? refuse('too-late', { until: limit }) : undefined;
};
