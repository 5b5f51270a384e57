import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { isTopRung, standAt } from './escalation.ts';
import { letter } from './letter.ts';
import { calendarOf, policiesOf } from './office.ts';
import type { Order } from './order.ts';
import type { At, Request } from './request.ts';
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
  const climbed = new Map(due.map((order) => [order.number, climbOne(order, context)]));
  const draft: At<'in-follow-up'> = {
    ...request,
    orders: request.orders.map((order) => climbed.get(order.number) ?? order),
  };
  return conclude(request, draft, context, {
    events: due.flatMap((before) => eventsOf(before, climbed.get(before.number) ?? before, context)),
    letters: due.flatMap((before) => {
      const after = climbed.get(before.number) ?? before;
      return after.rung === before.rung
        ? []
        : [
            letter(
              'escalated',
              after.owner,
              { step: 'follow-up', order: String(after.number) },
              { statuses: ['in-follow-up'] },
            ),
          ];
    }),
  });
};

const climbOne = (order: Order, { office, at }: Context): Order => {
  const top = isTopRung(office, order.unit, 'owner', order.rung);
  const place = standAt(office, order.unit, 'owner', top ? order.rung : order.rung + 1, at);
  const next = afterWorkingDays(calendarOf(office, order.unit), at, policiesOf(office, order.unit).rungWorkingDays);
  return {
    ...order,
    rung: place.rung,
    owner: place.owner,
    climbsAt: next.at,
    rungSum: next.sum,
    overdueSince: order.overdueSince ?? order.due.at,
  };
};

const eventsOf = (before: Order, after: Order, context: Context) => {
  const facts = {
    order: String(after.number),
    rung: String(after.rung),
    ...(after.owner.kind === 'staff' && { role: after.owner.role, unit: after.owner.unit }),
  };
  return [
    ...(before.overdueSince === undefined ? [event('order-overdue', context, { facts })] : []),
    ...(after.rung !== before.rung ? [event('escalated', context, { facts })] : []),
  ];
};
