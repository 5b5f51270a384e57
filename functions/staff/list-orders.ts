import type { listOrders } from '../../contract/staff/order.ts';
import { mayAt } from '../../domain/access.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Answer } from '../answer.ts';
import { viewCard } from './order-card.ts';

type Needs = { readonly requests: Requests; readonly clock: Clock };

export const answer: Answer<typeof listOrders, Needs> = async (call, { requests, clock }) => {
  const { city, office, caller, params, query } = call;
  if (!mayAt(caller, 'report-orders', params, office)) return refuse('not-found');
  const { items, next } = await requests.ordersOf(city, params.unit, query);
  const reader = { ...call, at: clock.now() };
  const cards = await Promise.all(
    items.map(async ({ request: id, order: number }) => {
      const request = await requests.find(city, id);
      const order = request?.orders.find((candidate) => candidate.number === number);
      return request && order ? [viewCard(request, order, reader)] : [];
    }),
  );
  return agree({ items: cards.flat(), next });
};
