import type { confirmOrder } from '../../contract/citizen/orders.ts';
import { confirmOrder as confirm } from '../../domain/orders.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof confirmOrder, DecisionNeeds> = (call, needs) =>
  decideOwn(call, (request, context) => confirm(request, call.params.order, context), needs);
