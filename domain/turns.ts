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
import { instantAt, localDateOf, plusMinutes } from './time.ts';
import type { EventKind } from './timeline.ts';
import { wrongState } from './triage.ts';
import { lastWorkingDayBefore } from './working-time.ts';

const turnFacts = (turn: Appointment) => ({ startsAt: turn.startsAt, session: turn.session, slot: turn.slot });

/** The reason code of an act that passes others; the ledger takes it from there. */
export const reasonFact = (why: string | undefined): { why?: string } => (why === undefined ? {} : { why });

/** Gives a turn for good: the reminders are computed, and from the end of the turn the secretary must say what happened. */
export const give = (
  request: Request,
  slot: Turn,
  context: Context,
  kind: EventKind & ('scheduled' | 'moved'),
  { why, moves = request.moves }: { readonly why?: string | undefined; readonly moves?: number } = {},
): Outcome<Change> => {
  const bad = unfit(request, slot, context);
  if (bad) return bad;
  const { office } = context;
  const turn = turnOf(request, slot);
  const from = request.status === 'scheduled' ? request.appointment : undefined;
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
    moves,
    deadline,
  };
  return agree(
    conclude(request, draft, context, {
      events: [
        event(kind, context, {
          facts: {
            ...turnFacts(turn),
            ...(from && { from: from.slot, fromStartsAt: from.startsAt }),
            ...reasonFact(why),
          },
        }),
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

/**
 * Staff give a turn outright (agreed at the counter or on the phone).
 *
 * @param why the reason code, where others are passed by it
 */
export const schedule = (request: Request, slot: Turn, context: Context, why?: string | undefined): Outcome<Change> =>
  request.status === 'waiting' || request.status === 'offered'
    ? give(request, slot, context, 'scheduled', { why })
    : wrongState(request);

/** The citizen takes one of the offered slots, or picks another free one of the same official. */
export const pickSlot = (request: Request, slot: Turn, context: Context): Outcome<Change> => {
  if (request.status !== 'offered') return wrongState(request);
  if (request.deadline.at <= context.at) return refuse('too-late', { status: request.status });
  return give(request, slot, context, 'scheduled');
};

/** Moving is one act: the new slot is claimed, the old one given back. The citizen has a limit, staff have not. */
export const move = (request: Request, slot: Turn, context: Context): Outcome<Change> => {
  if (request.status !== 'scheduled') return wrongState(request);
  if (slot.id === request.appointment.slot) return refuseField('slot', 'same-slot');
  const { movesAllowed } = policiesOf(context.office, request.unit);
  // An act of the office, or an earlier turn that it offered, costs the citizen nothing.
  if (context.by.actor !== 'citizen' || isOfferedEarlier(request, slot, context)) {
    return give(request, slot, context, 'moved');
  }
  if (request.moves >= movesAllowed) return refuse('moves-used-up', { limit: movesAllowed });
  const late = tooLate(request, context);
  return late ?? give(request, slot, context, 'moved', { moves: request.moves + 1 });
};

/** Held for this request for longer than while a form is open: the office offered it. */
const isOfferedEarlier = (request: At<'scheduled'>, slot: Turn, { office, at }: Context): boolean => {
  const formEnds = plusMinutes(at, policiesOf(office, request.unit).formHoldMinutes);
  const isHeldLong = slot.holder === request.id && slot.holdUntil !== undefined && slot.holdUntil > formEnds;
  return isHeldLong && slot.startsAt < request.appointment.startsAt;
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
  const limit = instantAt(day, policiesOf(office, request.unit).moveUntil, timeZone);
  return at > limit ? refuse('too-late', { until: limit }) : undefined;
};
