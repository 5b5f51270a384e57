import type { Context } from './change.ts';
import { dueDateOf } from './issue-orders.ts';
import { type Letter, letter } from './letter.ts';
import { deskUnitOf } from './office.ts';
import { factsOf } from './on-order.ts';
import { type Order, orderStateOf } from './order.ts';
import { placeOrder } from './order-place.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import type { Request } from './request.ts';
import type { LocalDate } from './time.ts';

/** What an order should have said; what is absent was right. */
export type OrderCorrection = {
  readonly order: number;
  readonly text?: string | undefined;
  readonly unit?: string | undefined;
  readonly dueOn?: LocalDate | undefined;
  readonly proofWanted?: string | undefined;
};

type Corrected = {
  readonly orders: Order[];
  readonly facts: Record<string, string>;
  readonly letters: readonly Letter[];
};

/**
 * An order that was written down wrongly, while nothing has come of it: it is open at its desk, in time, and was never
 * reported or handed over. From then on a date is renewed and a unit handed over, which is counted and has a history.
 */
export const correctOrder = (
  request: Request,
  { order: number, text, unit, dueOn, proofWanted }: OrderCorrection,
  context: Context,
): Outcome<Corrected> => {
  const order = request.orders.find((candidate) => candidate.number === number);
  if (!order) return refuse('not-found');
  if (!isFresh(order)) return refuse('wrong-state', { status: orderStateOf(order) });
  const owner = unit ?? order.unit;
  const moves = dueOn !== undefined || owner !== order.unit;
  const due = moves ? dueDateOf({ unit: owner, dueOn }, '', context) : agree(order.due);
  if (!due.agreed) return due;
  const { held } = placeOrder({ number, unit: owner }, 0, context);
  const desk = deskUnitOf(context.office, owner);
  const { desk: _, ...card } = order;
  const corrected: Order = {
    ...{ ...card, ...held, unit: owner, due: due.value, climbsAt: due.value.at },
    ...(desk !== owner && { desk }),
    ...(text !== undefined && { text }),
    ...(proofWanted !== undefined && { proofWanted }),
  };
  return agree({
    orders: request.orders.map((one) => (one === order ? corrected : one)),
    facts: factsOf(order, {
      ...(owner !== order.unit && { from: order.unit, to: owner }),
      ...(moves && { was: order.due.at, dueAt: due.value.at }),
    }),
    letters: owner === order.unit ? [] : [letter('escalated', held.owner, factsOf(order, { step: 'follow-up' }))],
  });
};

const isFresh = (order: Order): boolean =>
  orderStateOf(order) === 'open' &&
  order.rung === 0 &&
  order.disputes === 0 &&
  order.renewals === 0 &&
  order.overdueSince === undefined &&
  order.reportedAt === undefined &&
  order.formerUnits === undefined;
