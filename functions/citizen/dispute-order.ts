import type { disputeOrder } from '../../contract/citizen/orders.ts';
import { disputeOrder as dispute } from '../../domain/orders.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof disputeOrder, DecisionNeeds> = (call, needs) =>
  decideOwn(call, (request, context) => dispute(request, { ...call.body, order: call.params.order }, context), needs);
