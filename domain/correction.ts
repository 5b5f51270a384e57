import type { Change, Context, Draft } from './change.ts';
import { conclude, event } from './change.ts';
import { letter } from './letter.ts';
import { calendarOf, findTopic, isCurrent, policiesOf, today } from './office.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Party } from './party.ts';
import { addressee, reachOf } from './party.ts';
import type { Request } from './request.ts';
import type { Wish } from './submission.ts';
import { takeBack } from './take-back.ts';
import type { EventKind, TimelineEvent } from './timeline.ts';
import { isWithin } from './unit-tree.ts';
import { afterWorkingDays } from './working-time.ts';

/** One recorded fact and what it should have been. */
export type Correction =
  | { readonly field: 'topic'; readonly topic: string }
  | { readonly field: 'urgent'; readonly urgent: boolean }
  | { readonly field: 'language'; readonly language: string }
  | { readonly field: 'received-on'; readonly receivedOn: NonNullable<Request['receivedOn']> }
  | { readonly field: 'status' }
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

const corrected = (
  request: Request,
  correction: Correction,
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
  status: ['question-asked', 'answered', 'declined', 'accepted', 'arrived'],
};

const tooLate = (
  request: Request,
  { field }: Correction,
  events: readonly TimelineEvent[],
  { office, at, by }: Context,
) => {
  const kinds = RECORDED_BY[field] ?? ['submitted'];
  const recordedAt = events.findLast((past) => kinds.includes(past.kind))?.at ?? request.submittedAt;
  const days = policiesOf(office, request.unit).correctionWorkingDays;
  const until = afterWorkingDays(calendarOf(office, request.unit), recordedAt, days).at;
  const isManager = office.users.some(
    (user) =>
      user.username === by.username &&
      user.roles.some((held) => held.role === 'unit-manager' && isWithin(office.units, request.unit, held.unit)),
  );
  return at > until && !isManager ? refuse('too-late', { until, decides: 'unit-manager' }) : undefined;
};
