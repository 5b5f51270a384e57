import type { Change, Context } from './change.ts';
import { conclude } from './change.ts';
import { type Letter, letter } from './letter.ts';
import { canBeDone, type Order, type OrderAct, openQuestion, orderStateOf } from './order.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import type { Request } from './request.ts';
import { enterFollowUp } from './stages.ts';
import type { TimelineEvent } from './timeline.ts';
import { wrongState } from './triage.ts';

/** What an act makes of an order, with the line that tells of it and one for every vacant rung that it passed. */
export type Acted = {
  readonly order: Order;
  readonly event: TimelineEvent;
  readonly passed?: readonly TimelineEvent[];
  readonly letters?: readonly Letter[];
};

/** Every act on one order: finds it, checks the stage, applies the rule, and sees where the request stands then. */
export const onOrder = (
  request: Request,
  { order: number, act }: { readonly order: number; readonly act: OrderAct },
  context: Context,
  rule: (order: Order) => Outcome<Acted>,
): Outcome<Change> => {
  if (!isFollowedUp(request)) return wrongState(request);
  const order = request.orders.find((candidate) => candidate.number === number);
  if (!order) return refuse('not-found');
  if (!canBeDone(act, order)) return refuse('wrong-state', { status: orderStateOf(order) });
  const acted = rule(order);
  if (!acted.agreed) return acted;
  const orders = request.orders.map((candidate) => (candidate === order ? acted.value.order : candidate));
  const { event: line, passed = [], letters = [] } = acted.value;
  return agree(concludeOrders(request, orders, context, { events: [line, ...passed], letters }));
};

export const isFollowedUp = ({ status }: Request): boolean =>
  status === 'in-follow-up' || status === 'awaiting-confirmation';

/** Closes an act on orders: the citizen is asked to confirm as soon as nothing is open any more. */
export const concludeOrders = (
  request: Request,
  orders: readonly Order[],
  context: Context,
  { events, letters }: { readonly events: readonly TimelineEvent[]; readonly letters: readonly Letter[] },
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

/** What the lines and letters about an order say of it. */
export const factsOf = ({ number }: Pick<Order, 'number'>, more: Record<string, string> = {}) => ({
  order: String(number),
  ...more,
});

/** The order with its clock at rest: nothing climbs, and no question is waited for any more. */
export const atRest = (order: Order, { at }: Pick<Context, 'at'>): Order => {
  const { climbsAt: _, rungSum: __, overdueSince: ___, ...rest } = withoutQuestion(order, { endedAt: at });
  return rest;
};

/** The question that the order waits for has ended, answered or not. */
export const withoutQuestion = (
  order: Order,
  end: { readonly endedAt: string; readonly answer?: string; readonly documents?: string[] },
): Order => {
  const open = openQuestion(order);
  return open
    ? { ...order, questions: (order.questions ?? []).map((one) => (one === open ? { ...one, ...end } : one)) }
    : order;
};
