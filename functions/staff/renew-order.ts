import type { renewOrder } from '../../contract/staff/order.ts';
import { renew } from '../../domain/orders.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof renewOrder, DecisionNeeds> = (call, needs) =>
  decideForUnit(
    call,
    'change-orders',
    (request, context) => renew(request, { ...call.body, order: call.params.number }, context),
    needs,
  );
