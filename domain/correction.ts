import type { Change, Context, Draft } from './change.ts';
import { conclude, event } from './change.ts';
import { correctOrder, type OrderCorrection } from './correct-order.ts';
import { letter } from './letter.ts';
import { type MeetingOutcome, outcomeFacts, outcomeFault } from './meeting-outcome.ts';
import { calendarOf, findTopic, isCurrent, policiesOf, today } from './office.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Party } from './party.ts';
import { addressee, reachOf } from './party.ts';
import type { Request } from './request.ts';
import type { Wish } from './submission.ts';
import { takeBack } from './take-back.ts';
import type { EventKind, TimelineEvent } from './timeline.ts';
import { wrongState } from './triage.ts';
import { isWithin } from './unit-tree.ts';
import { afterWorkingDays } from './working-time.ts';

/** One recorded fact and what it should have been. */
export type Correction =
  | { readonly field: 'topic'; readonly topic: string }
  | { readonly field: 'urgent'; readonly urgent: boolean }
  | { readonly field: 'language'; readonly language: string }
  | { readonly field: 'received-on'; readonly receivedOn: NonNullable<Request['receivedOn']> }
  | { readonly field: 'status' }
  | ({ readonly field: 'outcome' } & MeetingOutcome)
  | ({ readonly field: 'order' } & OrderCorrection)
  | { readonly field: PartyField; readonly parties: readonly Party[]; readonly keys: Omit<Wish['keys'], 'linkKey'> };

export type PartyField = 'name' | 'identity' | 'contacts';

type Reasoned = { readonly reason: string; readonly events: readonly TimelineEvent[] };

/**
 * Puts a recorded fact right. The unit's staff may within some working days of the record, the unit's manager later too.
 * The timeline names the field and who, never the old value.
 */
export const correct = (
  request: Request,
  correction: Correction,
  { reason, events }: Reasoned,
  context: Context,
): Outcome<Change> => {
  const late = tooLate(request, correction, events, context);
  if (late) return late;
  if (correction.field === 'outcome') return withOutcome(request, correction, { reason, events }, context);
  if (correction.field === 'order') return withOrder(request, correction, reason, context);
  if (isAsItWas(request, correction)) return refuse('already-recorded');
  const draft = corrected(request, correction, events, context);
  if (!draft.agreed) return draft;
  const { field } = correction;
  return agree(
    conclude(request, draft.value, context, {
      events: [event('corrected', context, { text: reason, facts: { field } })],
      letters: [letter('corrected', 'applicant', { field })],
    }),
  );
};

/** Nothing would change: a call that came twice must not write to the citizen twice. */
const isAsItWas = (request: Request, correction: Correction): boolean =>
  (correction.field === 'topic' && correction.topic === request.topic) ||
  (correction.field === 'urgent' && correction.urgent === (request.urgent ?? false)) ||
  (correction.field === 'language' && correction.language === request.language);

/** The meeting is told of anew, with the scan and the orders that it had; the last record is what counts. */
const withOutcome = (
  request: Request,
  outcome: MeetingOutcome,
  { reason, events }: Reasoned,
  context: Context,
): Outcome<Change> => {
  const recorded = events.findLast(({ kind }) => kind === 'outcome-recorded');
  if (!recorded || request.status === 'met') return wrongState(request);
  // Whom nobody received goes back to the queue, which is a decision and no correction.
  if (outcome.result === 'host-absent') return refuseField('result', 'not-a-choice');
  const fault = outcomeFault(outcome, context);
  if (fault) return fault;
  const { orders = '0', scan } = recorded.facts ?? {};
  const facts = { ...outcomeFacts(outcome, context.office), orders, ...(scan !== undefined && { scan }) };
  return agree(
    conclude(request, request, context, {
      events: [
        event('corrected', context, { text: reason, facts: { field: 'outcome' } }),
        event('outcome-recorded', context, {
          facts: { ...facts, corrects: recorded.at },
          ...(outcome.comment !== undefined && { text: outcome.comment }),
        }),
      ],
      letters: [letter('corrected', 'applicant', { field: 'outcome' })],
    }),
  );
};

const withOrder = (
  request: Request,
  correction: OrderCorrection,
  reason: string,
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'in-follow-up') return wrongState(request);
  const made = correctOrder(request, correction, context);
  if (!made.agreed) return made;
  const { orders, facts, letters } = made.value;
  return agree(
    conclude(request, { ...request, orders }, context, {
      events: [event('corrected', context, { text: reason, facts: { field: 'order', ...facts } })],
      letters: [letter('corrected', 'applicant', { field: 'order' }), ...letters],
    }),
  );
};

const corrected = (
  request: Request,
  correction: Exclude<Correction, { field: 'outcome' | 'order' }>,
  events: readonly TimelineEvent[],
  context: Context,
): Outcome<Draft> => {
  const { office, at } = context;
  switch (correction.field) {
    case 'topic': {
      const topic = findTopic(office, correction.topic);
      if (!topic || !isCurrent(topic, today(office, at))) return refuseField('topic', 'unknown');
      return agree({ ...request, topic: topic.id });
    }
    case 'urgent':
      return agree({ ...request, urgent: correction.urgent });
    case 'language':
      if (!office.city.locales.includes(correction.language)) return refuseField('language', 'unknown');
      return agree({ ...request, language: correction.language });
    case 'received-on':
      if (correction.receivedOn.on > today(office, at)) return refuseField('receivedOn.on', 'in-the-future');
      return agree({ ...request, receivedOn: correction.receivedOn });
    case 'status':
      return takeBack(request, events, context);
    default:
      return agree(withParties(request, correction));
  }
};

/** Other contacts end every way to read that the old ones had opened: proven contacts, and the personal link. */
const withParties = (
  { applicantKey: _, linkKey, ...request }: Request,
  { field, parties, keys }: Extract<Correction, { field: PartyField }>,
): Draft => ({
  ...request,
  ...(keys.applicantKey !== undefined && { applicantKey: keys.applicantKey }),
  ...(linkKey !== undefined && field !== 'contacts' && { linkKey }),
  readers: [...keys.readers],
  reach: reachOf(addressee(parties)),
  verified: parties.some((party) => party.role === 'applicant' && party.verified),
});

/** What wrote a fact down last: its own correction, or the decision or submission that it came with. */
const RECORDED_BY: Partial<Record<Correction['field'], readonly EventKind[]>> = {
  urgent: ['submitted', 'accepted', 'host-absent'],
  outcome: ['outcome-recorded'],
  order: ['order-issued'],
  status: ['question-asked', 'answered', 'declined', 'accepted', 'arrived'],
};

const tooLate = (
  request: Request,
  correction: Correction,
  events: readonly TimelineEvent[],
  { office, at, by }: Context,
) => {
  const kinds = RECORDED_BY[correction.field] ?? ['submitted'];
  const isAbout = ({ facts }: TimelineEvent) =>
    correction.field !== 'order' || facts?.order === String(correction.order);
  const recorded = events.findLast((past) => kinds.includes(past.kind) && isAbout(past));
  const recordedAt = recorded?.at ?? request.submittedAt;
  const days = policiesOf(office, request.unit).correctionWorkingDays;
  const until = afterWorkingDays(calendarOf(office, request.unit), recordedAt, days).at;
  const isManager = office.users.some(
    (user) =>
      user.username === by.username &&
      user.roles.some((held) => held.role === 'unit-manager' && isWithin(office.units, request.unit, held.unit)),
  );
  return at > until && !isManager ? refuse('too-late', { until, decides: 'unit-manager' }) : undefined;
};
