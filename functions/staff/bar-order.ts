import type { barOrder } from '../../contract/staff/order.ts';
import { bar } from '../../domain/orders.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof barOrder, DecisionNeeds> = (call, needs) =>
  decideForUnit(
    call,
    'change-orders',
    (request, context) => bar(request, { ...call.body, order: call.params.number }, context),
    needs,
  );
