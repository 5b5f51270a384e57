import * as z from 'zod/mini';
import type { Order } from '../../domain/order.ts';
import { Request } from '../../domain/request.ts';
import { compact, whole } from './compact.ts';
import { deskOf, dueClimbs, inboxKeyOf, type Key, orderKey, ordersInbox, partitionParts, requestKey } from './keys.ts';

/** Reads the hot item; the orders lie beside it and the rest of it is checked when they are together. */
export const HotItem = z.looseObject({ pk: z.string(), sk: z.string(), orderCount: z.optional(z.int()) });
type HotItem = z.infer<typeof HotItem>;
export const OrderItem = z.looseObject({ pk: z.string(), sk: z.string() });
type OrderItem = z.infer<typeof OrderItem>;

/**
 * The request's hot item: everything but the orders. City and id are in its key already; the item stays under one KB, so
 * that a decision costs one write unit.
 */
export const hotItemOf = (request: Request) => {
  const { city, id, orders, ...rest } = request;
  return { ...requestKey(city, id), ...compact({ ...rest, orderCount: orders.length }), ...inboxOf(request) };
};

export const inboxSortOf = ({ submittedAt, id }: Pick<Request, 'submittedAt' | 'id'>): string => `${submittedAt}#${id}`;

const inboxOf = (request: Request) => {
  const desk = deskOf(request);
  return desk && { inboxKey: inboxKeyOf(desk), inboxSort: inboxSortOf(request) };
};

/** An order as it lies beside its request; while it is open it stands in its unit's listing and in the index of climbs. */
export const orderItemOf = ({ city, id }: Pick<Request, 'city' | 'id'>, order: Order) => {
  const { climbsAt, unit, number, status } = order;
  return {
    ...orderKey(city, id, number),
    ...order,
    ...(status === 'open' &&
      climbsAt !== undefined && {
        ...{ inboxKey: ordersInbox(city, unit), inboxSort: `${climbsAt}#${id}#${String(number).padStart(3, '0')}` },
        ...{ dueKey: dueClimbs(city), dueAt: climbsAt },
      }),
  };
};

/** The orders that a change has touched, as items to put. */
export const changedOrders = (before: Request, after: Request) =>
  after.orders
    .filter((order, index) => JSON.stringify(order) !== JSON.stringify(before.orders[index]))
    .map((order) => orderItemOf(after, order));

export const requestFrom = (hot: HotItem, orders: readonly OrderItem[]): Request =>
  z.parse(Request, { ...whole(hot), ...partitionParts(hot.pk), orders });

/** Where the orders of a request lie. */
export const orderKeysOf = (hot: HotItem): Key[] => {
  const { city, id } = partitionParts(hot.pk);
  return Array.from({ length: hot.orderCount ?? 0 }, (_, index) => orderKey(city, id, index + 1));
};
