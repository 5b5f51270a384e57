import type { addOrder } from '../../contract/staff/order.ts';
import { addOrder as add } from '../../domain/orders.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { type DocumentNeeds, keepDocuments } from '../keep-documents.ts';
import { decideForUnit } from './decide-for-unit.ts';
import { orderWish } from './order-wish.ts';

export const answer: Answer<typeof addOrder, DecisionNeeds & DocumentNeeds> = (call, needs) => {
  const wish = orderWish(call.body);
  const decide = () => decideForUnit(call, 'issue-orders', (request, context) => add(request, wish, context), needs);
  return keepDocuments(call, [{ kind: 'scan', document: call.body.cut }], decide, needs);
};
