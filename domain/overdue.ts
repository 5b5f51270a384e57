import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { isTopRung } from './escalation.ts';
import { letter } from './letter.ts';
import { calendarOf, policiesOf } from './office.ts';
import type { Order } from './order.ts';
import { placeOrder } from './order-place.ts';
import type { At, Request } from './request.ts';
import type { TimelineEvent } from './timeline.ts';
import { afterWorkingDays } from './working-time.ts';

/**
 * Every open order whose moment to climb has come moves one rung up, exactly once: the workflow's follow-up step does it at
 * the due instant, the schedule for each further rung. Both call this rule, under the request's version.
 *
 * @returns nothing if no order is due to climb
 */
export const climbOverdue = (request: Request, context: Context): Change | undefined => {
  if (request.status !== 'in-follow-up') return undefined;
  const due = request.orders.filter((order) => order.climbsAt !== undefined && order.climbsAt <= context.at);
  if (due.length === 0) return undefined;
  const climbs = due.map((order) => climbOne(order, context));
  const draft: At<'in-follow-up'> = {
    ...request,
    orders: request.orders.map((order) => climbs.find(({ before }) => before === order)?.after ?? order),
  };
  return conclude(request, draft, context, {
    events: climbs.flatMap((climb) => eventsOf(climb, context)),
    letters: climbs.flatMap(({ before, after: { number, rung, owner } }) =>
      rung === before.rung
        ? []
        : [letter('escalated', owner, { step: 'follow-up', order: String(number) }, { statuses: ['in-follow-up'] })],
    ),
  });
};

type Climb = { readonly before: Order; readonly after: Order; readonly passed: readonly TimelineEvent[] };

const climbOne = (order: Order, context: Context): Climb => {
  const { office, at } = context;
  const top = isTopRung(office, order.unit, 'owner', order.rung);
  const { held, passed } = placeOrder(order, top ? order.rung : order.rung + 1, context);
  const next = afterWorkingDays(calendarOf(office, order.unit), at, policiesOf(office, order.unit).rungWorkingDays);
  const overdueSince = order.overdueSince ?? order.due.at;
  return { before: order, after: { ...order, ...held, climbsAt: next.at, rungSum: next.sum, overdueSince }, passed };
};

const eventsOf = ({ before, after, passed }: Climb, context: Context) => {
  const facts = {
    order: String(after.number),
    rung: String(after.rung),
    ...(after.owner.kind === 'staff' && { role: after.owner.role, unit: after.owner.unit }),
  };
  return [
    ...(before.overdueSince === undefined ? [event('order-overdue', context, { facts })] : []),
    ...passed,
    ...(after.rung !== before.rung ? [event('escalated', context, { facts })] : []),
  ];
};
