import { eastmere } from '../../cities/eastmere.ts';
import { objectTo, rate, sayStillDone } from '../../domain/after-closing.ts';
import type { Change, Context } from '../../domain/change.ts';
import { addInformation, respond, withdraw } from '../../domain/citizen-word.ts';
import { handOver } from '../../domain/hand-over.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import { acceptOffer, offer, passOffer } from '../../domain/offers.ts';
import { answerOrder, askAboutOrder } from '../../domain/order-question.ts';
import { addOrder, bar, confirmOrder, disputeOrder, renew, reportDone } from '../../domain/orders.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { At, Request, Status } from '../../domain/request.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import type { By } from '../../domain/timeline.ts';
import type { DecisionName } from '../../domain/transitions.ts';
import { accept, answerInWriting, ask, decline, refer, referOut } from '../../domain/triage.ts';
import { cancel, move, pickSlot, schedule } from '../../domain/turns.ts';
import { MemoryKeys } from '../support/memory/memory-keys.ts';
import { agreed, MovableClock, openingOf } from '../support/world.ts';

export const START: Instant = '2026-06-08T09:30:00.000Z';
export const SECRETARY: By = { actor: 'staff', username: 'secretary.harbour' };
export const MINUTES_A_DAY = 24 * 60;

export const contextAt = (at: Instant, by: By = SECRETARY, office = eastmere): Context => ({ at, by, office });

/** A fresh request to the alderman of Harbour Ward. */
export const submitted = (office = eastmere): Request =>
  openingOf(contextAt(START, { actor: 'citizen' }, office), new MemoryKeys(new MovableClock(START)), {
    official: 'harbour-alderman',
  }).request;

/** A slot of the request's official, some days from a moment. */
export const slotIn = (days: number, { official }: Pick<Request, 'official'>, at: Instant) => ({
  ...{ id: `slot-${days}-${at}`, session: 'session', official },
  startsAt: plusMinutes(at, days * MINUTES_A_DAY),
  endsAt: plusMinutes(at, days * MINUTES_A_DAY + 10),
});

type Rule = (request: Request, context: Context) => Outcome<Change>;

/** Every decision of the table as it is taken at its simplest. */
export const RULES: Readonly<Record<Exclude<DecisionName, 'take-back'>, Rule>> = {
  ask: (request, context) => ask(request, { text: 'Which pier?' }, context),
  'answer-in-writing': (request, context) => answerInWriting(request, { text: 'It is closed.' }, context),
  accept: (request, context) => accept(request, {}, context),
  decline: (request, context) => decline(request, { reasonCode: 'other', text: 'No.' }, context),
  refer: (request, context) => refer(request, { official: 'homes-director', text: 'Theirs.' }, context),
  'refer-out': (request, context) => referOut(request, { unit: 'water', text: 'Theirs.' }, context),
  'add-information': (request, context) => addInformation(request, { text: 'East.', documents: [] }, context),
  respond: (request, context) => respond(request, 'still-want-to-meet', context),
  object: (request, context) => objectTo(request, 'I object.', context),
  // Another turn than the one that is offered already.
  offer: (request, context) =>
    offer(request, [slotIn(request.status === 'offered' ? 6 : 7, request, context.at)], context),
  schedule: (request, context) => schedule(request, slotIn(7, request, context.at), context),
  'accept-offer': (request, context) => acceptOffer(request, slotIn(7, request, context.at), context),
  'pass-offer': (request, context) => passOffer(request, context),
  'pick-slot': (request, context) => pickSlot(request, slotIn(8, request, context.at), context),
  move: (request, context) => move(request, slotIn(9, request, context.at), context),
  cancel: (request, context) => cancel(request, {}, context),
  withdraw: (request, context) => withdraw(request, undefined, context),
  'record-attendance': (request, context) => recordAttendance(request, 'arrived', context),
  'record-outcome': (request, context) =>
    recordOutcome(request, { result: 'met', orders: [{ text: 'Repair.', unit: 'homes' }] }, context),
  'add-order': (request, context) => addOrder(request, { text: 'Paint.', unit: 'homes' }, context),
  'report-done': (request, context) => reportDone(request, { order: 1, proof: { letterNumber: '7' } }, context),
  renew: (request, context) => renew(request, { order: 1, dueOn: '2026-12-01', reason: 'Late.' }, context),
  bar: (request, context) => bar(request, { order: 1, ground: 'By-law 3' }, context),
  confirm: (request, context) => confirmOrder(request, 1, context),
  dispute: (request, context) => disputeOrder(request, { order: 1, text: 'No.' }, context),
  'hand-over': (request, context) => handOver(request, { order: 1, unit: 'waste', reason: 'Theirs.' }, context),
  'ask-about-order': (request, context) => askAboutOrder(request, { order: 1, text: 'Which pier?' }, context),
  'answer-order': (request, context) => answerOrder(request, { order: 1, text: 'The east one.' }, context),
  'still-done': (request, context) => sayStillDone(request, { done: true }, context),
  rate: (request, context) => rate(request, { stars: 4 }, context),
};

/** The decisions that lead a fresh request to a stage, one after the other. */
const PATHS: Readonly<Record<Status, readonly (keyof typeof RULES)[]>> = {
  submitted: [],
  'needs-info': ['ask'],
  answered: ['answer-in-writing'],
  declined: ['decline'],
  waiting: ['accept'],
  offered: ['accept', 'offer'],
  scheduled: ['accept', 'schedule'],
  met: ['accept', 'schedule', 'record-attendance'],
  'in-follow-up': ['accept', 'schedule', 'record-attendance', 'record-outcome'],
  'awaiting-confirmation': ['accept', 'schedule', 'record-attendance', 'record-outcome', 'report-done'],
  closed: ['accept', 'schedule', 'record-attendance', 'record-outcome', 'report-done', 'confirm'],
};

/** A request at a stage, and the moment at which it came there: the day of its turn, from then on. */
export const reach = (status: Status, office = eastmere): { request: Request; at: Instant } =>
  PATHS[status].reduce(
    ({ request, at }, name) => {
      const then = name === 'record-attendance' ? (request.appointment?.startsAt ?? at) : at;
      return { request: agreed(RULES[name](request, contextAt(then, SECRETARY, office))).after, at: then };
    },
    { request: submitted(office), at: START },
  );

/** The same, known to be at that stage. */
export const reachAt = <S extends Status>(status: S, office = eastmere): At<S> => {
  const { request } = reach(status, office);
  if (!isAt(request, status)) throw new Error(`The way to ${status} leads to ${request.status}`);
  return request;
};

const isAt = <S extends Status>(request: Request, status: S): request is At<S> => request.status === status;
