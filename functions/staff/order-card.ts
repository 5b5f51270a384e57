import type { ReplyInputOf } from '../../contract/operation.ts';
import type { reportOrderDone } from '../../contract/staff/order.ts';
import type { Order } from '../../domain/order.ts';
import type { Request } from '../../domain/request.ts';
import { type Reader, viewOrder } from '../request-view.ts';

/** What the owner of an order may know: the order and the topic, and nothing of the case. */
export const viewCard = (request: Request, order: Order, reader: Reader): ReplyInputOf<typeof reportOrderDone> => ({
  request: request.id,
  topic: request.topic,
  order: viewOrder(order, reader),
});
