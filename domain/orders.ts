import { isWorkingDay } from './calendar.ts';
import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { issue, type OrderWish } from './issue-orders.ts';
import { letter } from './letter.ts';
import { calendarOf, deskUnitOf, policiesOf, today } from './office.ts';
import { isOpen, type Order, type Proof } from './order.ts';
import { placeOrder } from './order-place.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Request } from './request.ts';
import { enterFollowUp } from './stages.ts';
import type { LocalDate } from './time.ts';
import type { TimelineEvent } from './timeline.ts';
import { wrongState } from './triage.ts';
import { afterWorkingDays, dueOn } from './working-time.ts';

/** One more order after the outcome was recorded; the same one again, by a repeated call, is refused. */
export const addOrder = (request: Request, wish: OrderWish, context: Context): Outcome<Change> => {
  if (request.status !== 'in-follow-up' && request.status !== 'awaiting-confirmation') return wrongState(request);
  const isSame = ({ text, unit, cut }: Order) => text === wish.text && unit === wish.unit && cut === wish.cut;
  if (request.orders.some((order) => isOpen(order) && isSame(order))) return refuse('already-recorded');
  const issued = issue(request, [wish], context, () => '');
  if (!issued.agreed) return issued;
  return agree(
    concludeOrders(request, [...request.orders, ...issued.value.orders], context, issued.value.events, [
      letter('outcome', 'applicant', { orders: '1' }),
      ...issued.value.letters,
    ]),
  );
};

const concludeOrders = (
  request: Request,
  orders: readonly Order[],
  context: Context,
  events: readonly TimelineEvent[],
  letters: readonly ReturnType<typeof letter>[],
): Change => {
  const stage = enterFollowUp(request, orders, context);
  const asksToConfirm = stage.draft.status === 'awaiting-confirmation' && request.status !== 'awaiting-confirmation';
  return conclude(request, stage.draft, context, {
    events: [...events, ...stage.events],
    letters: [
      ...letters,
      ...stage.letters,
      ...(asksToConfirm ? [letter('please-confirm', 'applicant', {}, { statuses: ['awaiting-confirmation'] })] : []),
    ],
  });
};

type Acted = {
  readonly order: Order;
  readonly event: TimelineEvent;
  readonly passed?: readonly TimelineEvent[];
  readonly letters?: readonly ReturnType<typeof letter>[];
};

/** Every act on one order: finds it, checks the stage, applies the rule, and sees where the request stands then. */
const onOrder = (
  request: Request,
  number: number,
  context: Context,
  act: (order: Order) => Outcome<Acted>,
): Outcome<Change> => {
  if (request.status !== 'in-follow-up' && request.status !== 'awaiting-confirmation') return wrongState(request);
  const order = request.orders.find((candidate) => candidate.number === number);
  if (!order) return refuse('not-found');
  const acted = act(order);
  if (!acted.agreed) return acted;
  const orders = request.orders.map((candidate) => (candidate === order ? acted.value.order : candidate));
  const { event: line, passed = [], letters = [] } = acted.value;
  return agree(concludeOrders(request, orders, context, [line, ...passed], letters));
};

const facts = (order: Order, more: Record<string, string> = {}) => ({ order: String(order.number), ...more });

const notClimbing = ({ climbsAt: _, rungSum: __, overdueSince: ___, ...order }: Order): Order => order;

/** The owner reports the order done, with what proves it. Only the citizen's word settles it. */
export const reportDone = (
  request: Request,
  { order: number, proof }: { order: number; proof: Proof },
  context: Context,
) =>
  onOrder(request, number, context, (order) => {
    if (order.status !== 'open') return refuse('wrong-state', { status: order.status });
    if (proof.letterNumber === undefined && proof.document === undefined) return refuseField('proof', 'empty');
    return agree({
      order: { ...notClimbing(order), status: 'reported-done', proof, reportedAt: context.at },
      event: event('order-reported', context, {
        facts: facts(order, {
          ...(proof.letterNumber && { letterNumber: proof.letterNumber }),
          ...(proof.document && { document: proof.document }),
        }),
        ...(proof.note !== undefined && { text: proof.note }),
      }),
      letters: [letter('order-reported', 'applicant', facts(order))],
    });
  });

/** A new due date, with a reason that the citizen sees; counted, never silent. What was disputed stays above the desk. */
export const renew = (
  request: Request,
  { order: number, dueOn: on, reason }: { order: number; dueOn: LocalDate; reason: string },
  context: Context,
) =>
  onOrder(request, number, context, (order) => {
    if (order.status !== 'open') return refuse('wrong-state', { status: order.status });
    const calendar = calendarOf(context.office, order.unit);
    if (on < today(context.office, context.at)) return refuseField('dueOn', 'in-the-past');
    if (!isWorkingDay(calendar, on)) return refuseField('dueOn', 'closed-that-day');
    const due = dueOn(calendar, on, context.at);
    if (due.at <= order.due.at) return refuseField('dueOn', 'not-later');
    const { held, passed } = placeOrder(order, order.disputes, context);
    return agree({
      order: {
        ...notClimbing(order),
        ...held,
        due,
        climbsAt: due.at,
        renewals: order.renewals + 1,
        renewalReason: reason,
      },
      event: event('order-renewed', context, { text: reason, facts: facts(order, { dueAt: due.at }) }),
      passed,
      letters: [letter('order-renewed', 'applicant', facts(order, { dueAt: due.at }))],
    });
  });

/** The law stands against it: settled with its ground, unless the citizen objects (once). */
export const bar = (request: Request, { order: number, ground }: { order: number; ground: string }, context: Context) =>
  onOrder(request, number, context, (order) =>
    order.status !== 'open'
      ? refuse('wrong-state', { status: order.status })
      : agree({
          order: { ...notClimbing(order), status: 'legally-barred', legalGround: ground, settledAt: context.at },
          event: event('order-barred', context, { text: ground, facts: facts(order) }),
          letters: [letter('order-barred', 'applicant', facts(order))],
        }),
  );

/** The citizen says that it is done. */
export const confirmOrder = (request: Request, number: number, context: Context) =>
  onOrder(request, number, context, (order) =>
    order.status !== 'reported-done'
      ? refuse('wrong-state', { status: order.status })
      : agree({
          order: { ...order, status: 'confirmed', settledAt: context.at },
          event: event('order-confirmed', context, { facts: facts(order) }),
        }),
  );

/** The citizen says that it is not done, or objects (once) to a legal bar: open again, one rung up, not back to the same desk. */
export const disputeOrder = (
  request: Request,
  { order: number, text }: { order: number; text: string },
  context: Context,
) =>
  onOrder(request, number, context, (order) => {
    if (order.status === 'legally-barred' && order.barObjected) return refuse('objection-used');
    if (order.status !== 'reported-done' && order.status !== 'legally-barred') {
      return refuse('wrong-state', { status: order.status });
    }
    const { order: reopened, passed } = reopenOrder(order, context);
    return agree({
      ...{ order: reopened, passed },
      event: event('order-disputed', context, { text, facts: facts(order, { rung: String(reopened.rung) }) }),
      letters: [
        letter('escalated', reopened.owner, facts(order, { step: 'follow-up' }), { statuses: ['in-follow-up'] }),
      ],
    });
  });

/** Open again one rung above where it stood, with the ladder's limit. */
export const reopenOrder = (
  { settledAt: _, silently: __, ...order }: Order,
  context: Context,
): Required<Pick<Acted, 'order' | 'passed'>> => {
  const { office, at } = context;
  const { held, passed } = placeOrder(order, order.rung + 1, context);
  const due = afterWorkingDays(
    calendarOf(office, deskUnitOf(office, order.unit)),
    at,
    policiesOf(office, order.unit).rungWorkingDays,
  );
  const reopened: Order = {
    ...notClimbing(order),
    ...held,
    status: 'open',
    due,
    climbsAt: due.at,
    disputes: order.disputes + 1,
    ...(order.status === 'legally-barred' && { barObjected: true }),
  };
  return { order: reopened, passed };
};
