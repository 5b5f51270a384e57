import type { viewOrders } from '../../../contract/citizen/orders.ts';
import type { ReplyOf } from '../../../contract/operation.ts';

export type OrderCard = ReplyOf<typeof viewOrders>['orders'][number];
