import type { Change, Context } from './change.ts';
import { event } from './change.ts';
import { letter } from './letter.ts';
import { calendarOf, deskUnitOf, findUnit, isCurrent, policiesOf, today } from './office.ts';
import { factsOf, onOrder } from './on-order.ts';
import type { Order } from './order.ts';
import { placeOrder } from './order-place.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuseField } from './outcome.ts';
import type { Request } from './request.ts';
import { afterWorkingDays } from './working-time.ts';

/**
 * Another unit must carry the order out, for a reason that the citizen sees; the old one keeps reading. As with a request
 * that is referred, the limit runs anew once; an order that was handed over before keeps its date and its rung, so that no
 * promise is put off by being passed around.
 */
export const handOver = (
  request: Request,
  { order: number, unit, reason }: { order: number; unit: string; reason: string },
  context: Context,
): Outcome<Change> =>
  onOrder(request, { order: number, act: 'hand-over' }, context, (order) => {
    const { office, at } = context;
    const to = findUnit(office, unit);
    if (!to || !isCurrent(to, today(office, at))) return refuseField('unit', 'outside-the-city');
    if (unit === order.unit) return refuseField('unit', 'same-unit');
    const moved = isFirst(order) ? anew(order, unit, context) : order;
    const { held, passed } = placeOrder({ number, unit }, isFirst(order) ? order.disputes : order.rung, context);
    const desk = deskUnitOf(office, unit);
    const { desk: _, ...card } = moved;
    const formerUnits = [...new Set([...(order.formerUnits ?? []), order.unit])].filter((former) => former !== unit);
    const facts = factsOf(order, { from: order.unit, to: unit, was: order.due.at, dueAt: moved.due.at });
    return agree({
      order: { ...card, ...held, unit, formerUnits, ...(desk !== unit && { desk }) },
      event: event('order-handed-over', context, { text: reason, facts }),
      passed,
      letters: [
        letter('order-handed-over', 'applicant', facts),
        letter('escalated', held.owner, factsOf(order, { step: 'follow-up' })),
      ],
    });
  });

const isFirst = ({ formerUnits }: Order): boolean => formerUnits === undefined;

const anew = ({ overdueSince: _, rungSum: __, ...order }: Order, unit: string, { office, at }: Context): Order => {
  const due = afterWorkingDays(calendarOf(office, unit), at, policiesOf(office, unit).orderDueWorkingDays);
  return { ...order, due, climbsAt: due.at };
};
