import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { letter } from './letter.ts';
import { calendarOf, findOfficial, findUnit, isCurrent, policiesOf, today } from './office.ts';
import type { Outcome, Refused } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Request } from './request.ts';
import type { Entered } from './stages.ts';
import { enterAnswered, enterClosed, enterDeclined, enterNeedsInfo, enterTriage, enterWaiting } from './stages.ts';
import type { EventKind, TimelineEvent } from './timeline.ts';
import { workingDaysBetween } from './working-time.ts';

/** The refusal of a decision that does not belong to the stage in which the request stands. */
export const wrongState = (request: Request): Refused => refuse('wrong-state', { status: request.status });

const told = (
  request: Request,
  stage: Entered,
  context: Context,
  kind: EventKind,
  more: Pick<TimelineEvent, 'text' | 'facts'>,
  template: Parameters<typeof letter>[0],
): Outcome<Change> =>
  agree(
    conclude(request, stage.draft, context, {
      events: [event(kind, context, more), ...stage.events],
      // Each names the limit of the stage that begins: once that is over, a later letter says what holds.
      letters: [letter(template, 'applicant', more.facts, { statuses: [stage.draft.status] }), ...stage.letters],
    }),
  );

/** Asks the citizen to complete the request; the unit's clock stands still until the answer. */
export const ask = (request: Request, { text }: { text: string }, context: Context): Outcome<Change> => {
  if (request.status !== 'submitted') return wrongState(request);
  const left = triageDaysLeft(request, context);
  return told(request, enterNeedsInfo(request, context, left), context, 'question-asked', { text }, 'question');
};

/** Working days that the unit still has; at least one, so that nobody is handed a deadline that has passed. */
const triageDaysLeft = (request: Request, { office, at }: Context): number =>
  Math.max(1, workingDaysBetween(calendarOf(office, request.unit), at, request.deadline.at));

/** Answers in writing instead of a meeting; the citizen may still want to meet, and loses no place by it. */
export const answerInWriting = (request: Request, { text }: { text: string }, context: Context): Outcome<Change> =>
  request.status === 'submitted'
    ? told(request, enterAnswered(request, context), context, 'answered', { text }, 'answered')
    : wrongState(request);

/** What the unit says about the place in the queue when it accepts. */
export type Acceptance = {
  readonly urgent?: boolean | undefined;
  /** Why it is urgent: one of the city's reasons for a turn out of order. */
  readonly reason?: string | undefined;
  /** On the priority class that was declared: confirmed or not, and why. */
  readonly priority?: { readonly confirmed: boolean; readonly text: string } | undefined;
};

/**
 * Accepts the wish to meet: the request joins the queue of its official, with a promised date. A declared priority class
 * counts from here on if the unit confirms it, and its citizen is told why if not.
 */
export const accept = (request: Request, said: Acceptance, context: Context): Outcome<Change> => {
  if (request.status !== 'submitted') return wrongState(request);
  const { declared } = request;
  if (said.priority && declared === undefined) return refuseField('priority', 'not-declared');
  const isRanked = findOfficial(context.office, request.official)?.allocation === 'priority-classes';
  if (isRanked && declared !== undefined && !said.priority) return refuseField('priority', 'undecided');
  const confirmed = said.priority?.confirmed ? declared : undefined;
  const priority = said.urgent ? said.reason : confirmed;
  const draft = { ...request, ...(said.urgent && { urgent: true }), ...(priority !== undefined && { priority }) };
  return told(
    request,
    enterWaiting(draft, context),
    context,
    'accepted',
    {
      ...(said.priority && { text: said.priority.text }),
      facts: {
        ...(declared !== undefined && { [confirmed === undefined ? 'priorityRefused' : 'priority']: declared }),
        ...(said.urgent && said.reason !== undefined && { urgent: said.reason }),
      },
    },
    'accepted',
  );
};

/** Declines for one of the city's reasons, said in writing. The first time the citizen may object; a second decline is final. */
export const decline = (
  request: Request,
  { reasonCode, text }: { reasonCode: string; text: string },
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'submitted') return wrongState(request);
  const { declineReasons } = context.office.city;
  if (declineReasons.length > 0 && !declineReasons.some(({ id }) => id === reasonCode)) {
    return refuseField('reasonCode', 'unknown');
  }
  const final = request.objections > 0;
  const stage = final ? enterClosed(request, context, 'declined') : enterDeclined(request, context, reasonCode);
  return told(request, { ...stage, letters: [] }, context, 'declined', { text, facts: { reasonCode } }, 'declined');
};

/**
 * To the unit that it belongs to, inside the city: code and place in the queue are kept, the triage limit is given once
 * anew (a second referral leaves what was left of it). After the allowed referrals the coordinator decides.
 */
export const refer = (
  request: Request,
  { official, text }: { official: string; text: string },
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'submitted') return wrongState(request);
  const target = findOfficial(context.office, official);
  if (!target || !isCurrent(target, today(context.office, context.at))) return refuseField('official', 'unknown');
  if (target.unit === request.unit) return refuseField('official', 'same-unit');
  if (findUnit(context.office, target.unit)?.kind === 'external') return refuse('outside-the-city');
  const { referralsAllowed } = policiesOf(context.office, request.unit);
  if (request.formerUnits.length >= referralsAllowed && context.by.actor === 'staff' && !decidesReferrals(context)) {
    return refuse('limit-reached', { limit: referralsAllowed, decides: 'coordinator' });
  }
  const moved: Request = {
    ...request,
    unit: target.unit,
    official,
    formerUnits: [...new Set([...request.formerUnits, request.unit])],
  };
  return told(
    request,
    enterTriage(moved, context, request.formerUnits.length > 0 ? triageDaysLeft(request, context) : undefined),
    context,
    'referred',
    { text, facts: { from: request.unit, to: target.unit } },
    'referred',
  );
};

const decidesReferrals = ({ by, office }: Context): boolean =>
  office.users.some((user) => user.username === by.username && user.roles.some((held) => held.role === 'coordinator'));

/** Closes as "not ours": allowed only towards a named body outside the city. */
export const referOut = (
  request: Request,
  { unit, text }: { unit: string; text: string },
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'submitted') return wrongState(request);
  if (findUnit(context.office, unit)?.kind !== 'external') return refuseField('unit', 'not-outside-the-city');
  const stage = enterClosed(request, context, 'referred-out');
  return told(
    request,
    { ...stage, letters: [] },
    context,
    'referred-out',
    { text, facts: { to: unit } },
    'referred-out',
  );
};
