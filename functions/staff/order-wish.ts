import type * as z from 'zod/mini';
import type { GivenOrder } from '../../contract/staff/order.ts';
import type { OrderWish } from '../../domain/issue-orders.ts';

export const orderWish = ({ cut, ...order }: z.infer<typeof GivenOrder>): OrderWish => ({ ...order, cut: cut?.id });
