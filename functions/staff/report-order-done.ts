import type { reportOrderDone } from '../../contract/staff/order.ts';
import { mayCarryOut } from '../../domain/access.ts';
import { reportDone } from '../../domain/orders.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { type DocumentNeeds, keepDocuments } from '../keep-documents.ts';
import { decideOnOrder } from './decide-on-order.ts';
import { ownOrder } from './own-order.ts';

export const answer: Answer<typeof reportOrderDone, DecisionNeeds & DocumentNeeds> = async (call, needs) => {
  const { office, caller, params, body } = call;
  const report = { order: params.number, proof: { ...body, document: body.document?.id } };
  const decide = () =>
    decideOnOrder(
      call,
      {
        may: ({ order }) => mayCarryOut(caller, order, office),
        rule: (request, context) => reportDone(request, report, context),
      },
      needs,
    );
  const { document } = body;
  if (!document) return decide();

  const own = await ownOrder(call, needs.requests);
  if (!own.agreed) return own;
  return keepDocuments(call, [{ kind: 'proof', document }], decide, needs);
};
