import type { CallTask } from './call-task.ts';
import { byReach } from './call-task.ts';
import type { Context } from './change.ts';
import { event, withNextStep } from './change.ts';
import type { Letter } from './letter.ts';
import { letter } from './letter.ts';
import { findOfficial, findTopic, isCurrent, today } from './office.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuseField } from './outcome.ts';
import type { Party } from './party.ts';
import { addressee, reachOf } from './party.ts';
import { isPriorityClass } from './queue.ts';
import type { Request } from './request.ts';
import type { Session } from './session.ts';
import { enterMet, enterTriage } from './stages.ts';
import type { TimelineEvent } from './timeline.ts';

/** A priority class as it was declared at submission. */
type Declaration = {
  readonly class: string;
  readonly document?: string | undefined;
  readonly shown?: string | undefined;
};

/** What the citizen writes: kept as typed, apart from the request's hot record. */
export type Content = {
  readonly text: string;
  readonly wanted?: string | undefined;
  /** How the applicant would like to meet. */
  readonly mode?: Session['mode'] | undefined;
  readonly documents: readonly string[];
  /** The priority class that was declared, and what shows it: a document, or what the staff were shown. */
  readonly priority?: Declaration | undefined;
  /** A digest of the whole submission, so that a repeated key with another content is noticed. */
  readonly fingerprint: string;
};

/** A wish to meet an official about one topic, with everything that was known when it came in. */
export type Wish = {
  readonly id: string;
  readonly code: string;
  readonly official: string;
  readonly topic: string;
  readonly channel: string;
  readonly parties: readonly Party[];
  readonly content: Content;
  readonly keys: {
    readonly applicantKey?: string | undefined;
    readonly readers: readonly string[];
    readonly linkKey?: string | undefined;
    readonly search: readonly string[];
  };
  readonly receivedOn?: Request['receivedOn'];
  readonly externalReference?: string | undefined;
  readonly links?: Request['links'];
  /** A paper case whose meeting was held before it came in: it starts as met, and its outcome is due from now. */
  readonly asMet?: boolean;
};

/** A new request with all that is stored at its birth; written whole or not at all. */
export type Opening = {
  readonly request: Request;
  readonly parties: readonly Party[];
  readonly content: Content;
  readonly searchKeys: readonly string[];
  readonly events: readonly TimelineEvent[];
  readonly letters: readonly Letter[];
  readonly callTasks: readonly CallTask[];
};

/** The first version of a request: at the desk of the official's unit, with the triage limit running. */
export const submit = (wish: Wish, context: Context): Outcome<Opening> => {
  const { office, at } = context;
  const official = findOfficial(office, wish.official);
  if (!official || !isCurrent(official, today(office, at))) return refuseField('official', 'unknown');
  const topic = findTopic(office, wish.topic);
  if (!topic || !isCurrent(topic, today(office, at))) return refuseField('topic', 'unknown');
  if (!office.city.channels.some((channel) => channel.id === wish.channel)) return refuseField('channel', 'unknown');

  const declared = wish.content.priority?.class;
  if (declared !== undefined && !isPriorityClass(declared, office)) return refuseField('priority', 'unknown');

  const told = addressee(wish.parties);
  const { applicantKey, readers, linkKey, search } = wish.keys;
  const blank = {
    ...{ city: office.city.id, id: wish.id, code: wish.code, version: 1, status: 'submitted' as const },
    ...{ unit: official.unit, official: official.id, topic: topic.id, channel: wish.channel },
    ...{ reach: reachOf(told), language: told?.language ?? office.city.locales[0] ?? 'en' },
    ...{ verified: wish.parties.some((party) => party.role === 'applicant' && party.verified) },
    ...{ submittedAt: at, readers: [...readers], formerUnits: [], orders: [] },
    ...(applicantKey !== undefined && { applicantKey }),
    ...(linkKey !== undefined && { linkKey }),
    ...(wish.receivedOn && { receivedOn: wish.receivedOn }),
    ...(wish.externalReference !== undefined && { externalReference: wish.externalReference }),
    ...(wish.links && { links: wish.links }),
    ...(declared !== undefined && { declared }),
    ...{ objections: 0, moves: 0, noShows: 0, hostAbsences: 0, passes: 0, turns: 0, rung: 0, chased: 0 },
    ...{ owner: { kind: 'citizen' as const }, step: 'triage' as const, until: at },
    deadline: { at, sum: { kind: 'fixed' as const, from: at } },
  };
  const stage = wish.asMet ? enterMet(blank, context) : enterTriage(blank, context);
  const request = withNextStep(stage.draft, at);
  return agree({
    request,
    parties: wish.parties,
    content: wish.content,
    searchKeys: search,
    events: [event('submitted', context, { facts: { channel: wish.channel } }), ...stage.events],
    ...byReach(request, [letter('submitted', 'applicant', { code: wish.code })], context),
  });
};
