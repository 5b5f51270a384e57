import type { handOverOrder } from '../../contract/staff/order-acts.ts';
import { mayHandOver } from '../../domain/access.ts';
import { handOver } from '../../domain/hand-over.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOnOrder } from './decide-on-order.ts';

export const answer: Answer<typeof handOverOrder, DecisionNeeds> = (call, needs) => {
  const { office, caller, params, body } = call;
  return decideOnOrder(
    call,
    {
      may: ({ request, order }) => mayHandOver(caller, request, order, office),
      rule: (request, context) => handOver(request, { ...body, order: params.number }, context),
    },
    needs,
  );
};
