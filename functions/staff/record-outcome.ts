import type { recordOutcome } from '../../contract/staff/outcome.ts';
import { recordOutcome as record } from '../../domain/meeting.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { type DocumentNeeds, keepDocuments } from '../keep-documents.ts';
import { decideForUnit } from './decide-for-unit.ts';
import { orderWish } from './order-wish.ts';

export const answer: Answer<typeof recordOutcome, DecisionNeeds & DocumentNeeds> = (call, needs) => {
  const { scan, orders, ...rest } = call.body;
  const brought = [scan, ...orders.map((order) => order.cut)].map((document) => ({ kind: 'scan' as const, document }));
  const outcome = { ...rest, scan: scan?.id, orders: orders.map(orderWish) };
  const decide = () =>
    decideForUnit(call, 'record-outcome', (request, context) => record(request, outcome, context), needs);
  return keepDocuments(call, brought, decide, needs);
};
