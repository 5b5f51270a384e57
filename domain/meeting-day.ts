import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { letter } from './letter.ts';
import { isEarly } from './meeting.ts';
import { today } from './office.ts';
import type { Outcome, Refused } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import type { Appointment, Request } from './request.ts';
import { takeBack } from './take-back.ts';
import { plusMinutes } from './time.ts';
import type { TimelineEvent } from './timeline.ts';
import { wrongState } from './triage.ts';

/** Later than that it is no longer news that a turn is near. */
const NEAR_MINUTES = 15;

/** Stations are recorded on the day of the turn, when they are come to. */
export const isOffDay = (turn: Appointment, context: Context): Refused | undefined => {
  const early = isEarly(turn, context);
  if (early) return early;
  const isOver = today(context.office, context.at) > today(context.office, turn.startsAt);
  return isOver ? refuse('session-impossible', { why: 'in-the-past' }) : undefined;
};

/** Recording that somebody came out was a slip of the hand: the turn stands as before. */
export const takeBackArrival = (
  request: Request,
  events: readonly TimelineEvent[],
  context: Context,
): Outcome<Change> => {
  const draft = request.status === 'met' ? takeBack(request, events, context) : wrongState(request);
  if (!draft.agreed) return draft;
  const corrected = event('corrected', context, { facts: { field: 'status' } });
  return agree(conclude(request, draft.value, context, { events: [corrected] }));
};

/** Few are left before this turn: whoever was not far away is written to, once. */
export const tellTurnIsNear = (request: Request, before: number, context: Context): Outcome<Change> => {
  if (request.status !== 'scheduled' || request.reach !== 'sms') return wrongState(request);
  const { number, startsAt } = request.appointment;
  const facts = { before: String(before), startsAt };
  const holds = {
    statuses: ['scheduled' as const],
    appointment: number,
    before: plusMinutes(context.at, NEAR_MINUTES),
  };
  return agree(
    conclude(request, request, context, { events: [], letters: [letter('turn-near', 'applicant', facts, holds)] }),
  );
};
