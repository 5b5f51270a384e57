import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import type { Order } from './order.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import type { Request } from './request.ts';
import { wrongState } from './triage.ts';

/** The card of an order is cut from another part of a scan, or from none; only the staff's timeline tells of it. */
export const cutOrder = (
  request: Request,
  { order: number, box }: { readonly order: number; readonly box: Order['box'] },
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'in-follow-up' && request.status !== 'awaiting-confirmation') return wrongState(request);
  if (request.orders.every((order) => order.number !== number)) return refuse('not-found');
  const orders = request.orders.map((order) => {
    const { box: _, ...plain } = order;
    if (order.number !== number) return order;
    return box ? { ...plain, box } : plain;
  });
  const facts = { field: 'box', order: String(number) };
  return agree(
    conclude(request, { ...request, orders }, context, {
      events: [event('corrected', context, { internal: true, facts })],
    }),
  );
};
