import { isWorkingDay } from './calendar.ts';
import type { Change, Context } from './change.ts';
import { event } from './change.ts';
import { rungDays } from './escalation.ts';
import { issue, type OrderWish } from './issue-orders.ts';
import { letter } from './letter.ts';
import { calendarOf, deskUnitOf, today } from './office.ts';
import { atRest, concludeOrders, factsOf, isFollowedUp, onOrder } from './on-order.ts';
import { isOpen, type Order, type Proof, type Undone } from './order.ts';
import { placeOrder } from './order-place.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import { mayRenewAgain } from './renewal-limit.ts';
import type { Request } from './request.ts';
import { isSameBox } from './scan-box.ts';
import type { LocalDate } from './time.ts';
import type { TimelineEvent } from './timeline.ts';
import { wrongState } from './triage.ts';
import { afterWorkingDays, dueOn } from './working-time.ts';

/** One more order after the outcome was recorded; the same one again, by a repeated call, is refused. */
export const addOrder = (request: Request, wish: OrderWish, context: Context): Outcome<Change> => {
  if (!isFollowedUp(request)) return wrongState(request);
  const isSame = ({ text, unit, box }: Order) => text === wish.text && unit === wish.unit && isSameCut(box, wish.box);
  if (request.orders.some((order) => isOpen(order) && isSame(order))) return refuse('already-recorded');
  const issued = issue(request, [wish], context, () => '');
  if (!issued.agreed) return issued;
  const { orders, events, letters } = issued.value;
  return agree(
    concludeOrders(request, [...request.orders, ...orders], context, {
      events,
      letters: [letter('outcome', 'applicant', { orders: '1' }), ...letters],
    }),
  );
};

/**
 * Whoever holds the order reports it done, with what proves it: a letter's number, or a document that shows nothing else.
 * Only the citizen's word settles it.
 */
export const reportDone = (
  request: Request,
  { order: number, proof }: { order: number; proof: Proof },
  context: Context,
) =>
  onOrder(request, { order: number, act: 'report' }, context, (order) => {
    const { letterNumber, document, note } = proof;
    if (letterNumber === undefined && document === undefined) return refuseField('proof', 'empty');
    if (document !== undefined && isUsedElsewhere(request, order, document)) {
      return refuseField('document', 'of-another-order');
    }
    return agree({
      order: { ...atRest(order, context), status: 'reported-done', proof, reportedAt: context.at },
      event: event('order-reported', context, {
        facts: factsOf(order, { ...(letterNumber && { letterNumber }), ...(document && { document }) }),
        ...(note !== undefined && { text: note }),
      }),
      letters: [letter('order-reported', 'applicant', factsOf(order))],
    });
  });

const isSameCut = (a: Order['box'], b: Order['box']): boolean =>
  a && b ? a.document === b.document && isSameBox(a, b) : a === b;

/** The picture of an order, or the proof of another one, proves nothing about this one. */
const isUsedElsewhere = ({ orders }: Request, { number }: Order, document: string): boolean =>
  orders.some((other) => other.box?.document === document) ||
  orders.some((other) => other.number !== number && other.proof?.document === document);

/**
 * A new due date, with a reason that the citizen sees; counted, never silent. What was disputed stays above the desk. After
 * the policy's number of renewals a manager or the official decides.
 */
export const renew = (
  request: Request,
  { order: number, dueOn: on, reason }: { order: number; dueOn: LocalDate; reason: string },
  context: Context,
) =>
  onOrder(request, { order: number, act: 'renew' }, context, (order) => {
    const { office, at } = context;
    const calendar = calendarOf(office, order.unit);
    if (on < today(office, at)) return refuseField('dueOn', 'in-the-past');
    if (!isWorkingDay(calendar, on)) return refuseField('dueOn', 'closed-that-day');
    const due = dueOn(calendar, on, at);
    if (due.at <= order.due.at) return refuseField('dueOn', 'not-later');
    if (!mayRenewAgain(order, request, context)) return refuse('limit-reached', { decides: 'unit-manager' });
    const { held, passed } = placeOrder(order, order.disputes, context);
    const facts = factsOf(order, { was: order.due.at, dueAt: due.at });
    return agree({
      order: {
        ...atRest(order, context),
        ...held,
        ...{ due, climbsAt: due.at, renewals: order.renewals + 1, renewalReason: reason },
      },
      event: event('order-renewed', context, { text: reason, facts }),
      passed,
      letters: [letter('order-renewed', 'applicant', facts)],
    });
  });

/** The law stands against it: settled with its ground, unless the citizen objects (once). */
export const bar = (request: Request, { order: number, ground }: { order: number; ground: string }, context: Context) =>
  onOrder(request, { order: number, act: 'bar' }, context, (order) =>
    agree({
      order: { ...atRest(order, context), status: 'legally-barred', legalGround: ground, settledAt: context.at },
      event: event('order-barred', context, { text: ground, facts: factsOf(order) }),
      letters: [letter('order-barred', 'applicant', factsOf(order))],
    }),
  );

/** The citizen says that it is done. */
export const confirmOrder = (request: Request, number: number, context: Context) =>
  onOrder(request, { order: number, act: 'confirm' }, context, (order) =>
    agree({
      order: { ...order, status: 'confirmed', settledAt: context.at },
      event: event('order-confirmed', context, { facts: factsOf(order) }),
    }),
  );

/**
 * The citizen says that it is not done, or only partly, or objects (once) to a legal bar: open again, one rung up, not back
 * to the same desk. What is left of a partly done order stays on its card, in the citizen's words.
 */
export const disputeOrder = (
  request: Request,
  { order: number, text, undone = 'not-done' }: { order: number; text: string; undone?: Undone | undefined },
  context: Context,
) =>
  onOrder(request, { order: number, act: 'dispute' }, context, (order) => {
    if (isObjectedTo(order)) return refuse('objection-used');
    const { order: reopened, passed } = reopenOrder(order, context);
    const { owner } = reopened;
    return agree({
      order: { ...reopened, ...(undone === 'partly' && { remains: text }) },
      event: event('order-disputed', context, {
        text,
        facts: factsOf(order, { undone, rung: String(reopened.rung), was: order.due.at, dueAt: reopened.due.at }),
      }),
      passed,
      letters: [letter('escalated', owner, factsOf(order, { step: 'follow-up' }), { statuses: ['in-follow-up'] })],
    });
  });

/** A legal bar is objected to once. */
export const isObjectedTo = ({ status, barObjected }: Order): boolean =>
  status === 'legally-barred' && barObjected === true;

/** Open again one rung above where it stood, with the ladder's limit. */
export const reopenOrder = (
  { settledAt: _, silently: __, ...order }: Order,
  context: Context,
): { readonly order: Order; readonly passed: readonly TimelineEvent[] } => {
  const { office, at } = context;
  const { held, passed } = placeOrder(order, order.rung + 1, context);
  const due = afterWorkingDays(
    calendarOf(office, deskUnitOf(office, order.unit)),
    at,
    rungDays(office, order.unit, held.rung),
  );
  const reopened: Order = {
    ...atRest(order, context),
    ...held,
    ...{ status: 'open', due, climbsAt: due.at, disputes: order.disputes + 1 },
    ...(order.status === 'legally-barred' && { barObjected: true }),
  };
  return { order: reopened, passed };
};
