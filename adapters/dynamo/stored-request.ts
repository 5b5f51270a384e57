import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { deskOfOrder, Order } from '../../domain/order.ts';
import { placeOf } from '../../domain/queue.ts';
import { Request } from '../../domain/request.ts';
import { compact, whole } from './compact.ts';
import {
  deskOf,
  dueClimbs,
  inboxKeyOf,
  type Key,
  orderKey,
  ordersInbox,
  partitionParts,
  promisesInbox,
  requestKey,
} from './keys.ts';

/** Reads the hot item; the orders lie beside it and the rest of it is checked when they are together. */
export const HotItem = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  orderCount: z.optional(z.int()),
  ordersDigest: z.optional(z.string()),
});
export type HotItem = z.infer<typeof HotItem>;
export const OrderItem = z.looseObject({ pk: z.string(), sk: z.string() });
export type OrderItem = z.infer<typeof OrderItem>;

/**
 * The request's hot item: everything but the orders. City and id are in its key already; the item stays under one KB, so
 * that a decision costs one write unit.
 */
export const hotItemOf = (request: Request) => {
  const { city, id, orders, ...rest } = request;
  return {
    ...requestKey(city, id),
    ...compact({ ...rest, orderCount: orders.length, ordersDigest: digestOf(orders) }),
    ...inboxOf(request),
  };
};

/** Oldest first; the queue of a post by its rule. */
export const inboxSortOf = (request: Request): string =>
  request.status === 'waiting' || request.status === 'offered'
    ? placeOf(request)
    : `${request.submittedAt}#${request.id}`;

const inboxOf = (request: Request) => {
  const desk = deskOf(request);
  return desk && { inboxKey: inboxKeyOf(desk), inboxSort: inboxSortOf(request) };
};

/** An order as it lies beside its request; while it is open it stands in its unit's listing, in its official's, and in the index of climbs. */
export const orderItemOf = ({ city, id }: Pick<Request, 'city' | 'id'>, order: Order) => {
  const { climbsAt, number, status, official, due } = order;
  const which = `${id}#${String(number).padStart(3, '0')}`;
  return {
    ...orderKey(city, id, number),
    ...order,
    ...(status === 'open' &&
      climbsAt !== undefined && {
        ...{
          inboxKey: ordersInbox(city, deskOfOrder(order)),
          inboxSort: `${climbsAt}#${which}`,
        },
        ...{ dueKey: dueClimbs(city), dueAt: climbsAt },
        ...{ promiseKey: promisesInbox(city, official), promiseSort: `${due.at}#${which}` },
      }),
  };
};

/** The orders that a change has touched, as items to put. */
export const changedOrders = (before: Request, after: Request) =>
  after.orders
    .filter((order, index) => JSON.stringify(order) !== JSON.stringify(before.orders[index]))
    .map((order) => orderItemOf(after, order));

/** A request as its items say, and whether they belong together. */
export const requestFrom = (hot: HotItem, orders: readonly OrderItem[]): { request: Request; isTorn: boolean } => {
  const request = z.parse(Request, { ...whole(hot), ...partitionParts(hot.pk), orders });
  return { request, isTorn: digestOf(request.orders) !== hot.ordersDigest };
};

/**
 * A query may see some items of a transaction and not yet the others. So the hot item knows what its orders must look
 * like: a decision on new numbers and old orders would pass the version's condition and undo an order.
 */
const digestOf = (orders: readonly Order[]): string | undefined =>
  orders.length === 0
    ? undefined
    : createHash('sha256')
        .update(JSON.stringify(z.parse(z.array(Order), orders)))
        .digest('base64url')
        .slice(0, 8);

const MOST_READS = 3;

/** Reads again what was read in the middle of a write, which lasts a moment. What stays so was written by other rules. */
export const untorn = async (
  read: (isFirst: boolean) => Promise<{ request: Request; isTorn: boolean } | undefined>,
): Promise<Request | undefined> => {
  let last = await read(true);
  for (let reads = 1; last?.isTorn && reads < MOST_READS; reads += 1) last = await read(false);
  return last?.request;
};

/** Where the orders of a request lie. */
export const orderKeysOf = (hot: HotItem): Key[] => {
  const { city, id } = partitionParts(hot.pk);
  return Array.from({ length: hot.orderCount ?? 0 }, (_, index) => orderKey(city, id, index + 1));
};
