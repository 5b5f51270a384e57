import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { letter } from './letter.ts';
import { objectionLimitOf } from './objection-limit.ts';
import type { Order } from './order.ts';
import { isObjectedTo, reopenOrder } from './orders.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Request } from './request.ts';
import { secondAsking } from './second-asking.ts';
import { type Entered, enterFollowUp, enterMet, enterTriage } from './stages.ts';
import type { Instant } from './time.ts';
import { canBeTaken } from './transitions.ts';
import { wrongState } from './triage.ts';

/**
 * An objection, once a decision: to a decline it goes to the next rank; to a closing it reopens the matter one rank up. Of
 * several orders those can be named that it is about.
 */
export const objectTo = (
  request: Request,
  text: string,
  context: Context,
  about?: readonly number[],
): Outcome<Change> => {
  if (!canBeTaken('object', request.status)) return wrongState(request);
  if (request.objections > 0) return refuse('objection-used');
  const until = objectionLimit(request, context);
  if (until === undefined) return wrongState(request);
  if (until < context.at) return refuse('too-late', { until });
  if (about?.some((number) => !request.orders.some((order) => order.number === number))) {
    return refuseField('orders', 'unknown');
  }
  const isAbout = (order: Order) => (about?.includes(order.number) ?? true) && !isObjectedTo(order);
  if (request.orders.length > 0 && !request.orders.some(isAbout)) return refuse('objection-used');
  const stage = reopened({ ...request, objections: 1 }, isAbout, context);
  return agree(
    conclude(request, stage.draft, context, {
      events: [
        event('objected', context, { text, ...(about && { facts: { orders: about.join(' ') } }) }),
        ...stage.events,
      ],
      letters: [letter('reopened', 'applicant'), ...stage.letters],
    }),
  );
};

/** While the matter is asked about for the second time, the objection is open once more. */
const objectionLimit = (request: Request, context: Context): Instant | undefined => {
  if (request.status !== 'closed') return request.deadline.at;
  const again = secondAsking(request, request, context.office);
  return again && again.from <= context.at ? again.until.at : objectionLimitOf(request, context.office)?.at;
};

/** Where an objection leads: to the orders if there were any, to the record of the meeting if there was one, else to triage. */
const reopened = (request: Request, isAbout: (order: Order) => boolean, context: Context): Entered => {
  if (request.orders.length > 0) {
    const again = request.orders.map((order) => (isAbout(order) ? reopenOrder(order, context) : { order, passed: [] }));
    const orders = again.map(({ order }) => order);
    const stage = enterFollowUp(request, orders, context);
    return { ...stage, events: [...again.flatMap(({ passed }) => passed), ...stage.events] };
  }
  if (request.status === 'closed' && (request.reason === 'resolved' || request.reason === 'settled-silently')) {
    return enterMet(request, context, 1);
  }
  return enterTriage(request, context);
};

/** The citizen is asked once more, later, whether it is truly done: "yes" is noted once, "no" is an objection. */
export const sayStillDone = (
  request: Request,
  { done, text }: { done: boolean; text?: string | undefined },
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'closed' || !secondAsking(request, request, context.office)) return wrongState(request);
  if (!done) return text === undefined ? refuseField('text', 'missing') : objectTo(request, text, context);
  if (request.stillDone) return refuse('already-recorded');
  return agree(
    conclude(request, { ...request, stillDone: true }, context, {
      events: [event('still-done', context, { ...(text !== undefined && { text }) })],
    }),
  );
};

/** What the citizen answers to the survey's fixed questions besides the stars. */
export type SurveyAnswers = Readonly<Record<string, 'yes' | 'partly' | 'no' | undefined>>;

/** How satisfied the citizen is, from 1 to 5, and what they answer to the fixed questions; once, after closing. */
export const rate = (
  request: Request,
  { stars, answers = {}, text }: { stars: number; answers?: SurveyAnswers | undefined; text?: string | undefined },
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'closed') return wrongState(request);
  if (request.rating !== undefined) return refuse('already-recorded');
  const given = Object.entries(answers).flatMap(([question, said]) => (said === undefined ? [] : [[question, said]]));
  return agree(
    conclude(request, { ...request, rating: stars }, context, {
      events: [
        event('rated', context, {
          facts: { stars: String(stars), ...Object.fromEntries(given) },
          ...(text !== undefined && { text }),
        }),
      ],
    }),
  );
};
