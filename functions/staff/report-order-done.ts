import type { reportOrderDone } from '../../contract/staff/order.ts';
import { reportDone } from '../../domain/orders.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';
import { type DecisionNeeds, decide } from '../decide.ts';
import { type DocumentNeeds, keepDocuments } from '../keep-documents.ts';
import { byStaff } from './decide-for-unit.ts';
import { viewCard } from './order-card.ts';
import { ownOrder } from './own-order.ts';

export const answer: Answer<typeof reportOrderDone, DecisionNeeds & DocumentNeeds> = async (call, needs) => {
  const { office, caller, params, body } = call;
  const report = { order: params.number, proof: { ...body, document: body.document?.id } };
  const read = async () => {
    const own = await ownOrder(call, needs.requests);
    return own.agreed ? agree(own.value.request) : own;
  };
  const reported = await keepDocuments(
    call,
    [{ kind: 'proof', document: body.document }],
    () =>
      decide(
        { read, rule: (request, context) => reportDone(request, report, context), by: byStaff(caller), office },
        needs,
      ),
    needs,
  );
  if (!reported.agreed) return reported;
  const order = reported.value.orders.find(({ number }) => number === params.number);
  return order ? agree(viewCard(reported.value, order, { ...call, at: needs.clock.now() })) : refuse('not-found');
};
