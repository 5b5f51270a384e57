import type { askAboutOrder } from '../../contract/staff/order-acts.ts';
import { mayCarryOut } from '../../domain/access.ts';
import { askAboutOrder as ask } from '../../domain/order-question.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOnOrder } from './decide-on-order.ts';

export const answer: Answer<typeof askAboutOrder, DecisionNeeds> = (call, needs) => {
  const { office, caller, params, body } = call;
  return decideOnOrder(
    call,
    {
      may: ({ order }) => mayCarryOut(caller, order, office),
      rule: (request, context) => ask(request, { ...body, order: params.number }, context),
    },
    needs,
  );
};
