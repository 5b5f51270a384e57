import type { Context } from './change.ts';
import { event } from './change.ts';
import { standAt } from './escalation.ts';
import type { Order } from './order.ts';
import type { TimelineEvent } from './timeline.ts';

/** Who holds an order, and a line for every vacant rung that was passed on the way to them. */
type OrderPlace = { readonly held: Pick<Order, 'rung' | 'owner'>; readonly passed: TimelineEvent[] };

/** Where an order stands that should be at this rung of its unit's ladder. */
export const placeOrder = (
  { number, unit }: Pick<Order, 'number' | 'unit'>,
  rung: number,
  context: Context,
): OrderPlace => {
  const place = standAt(context.office, unit, 'owner', rung, context.at);
  const vacant = place.passed.filter((owner) => owner.kind === 'staff');
  return {
    held: { rung: place.rung, owner: place.owner },
    passed: vacant.map((owner) =>
      event('rung-vacant', context, {
        internal: true,
        facts: { order: String(number), role: owner.role, unit: owner.unit },
      }),
    ),
  };
};
