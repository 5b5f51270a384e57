import type { addOrder } from '../../contract/staff/order.ts';
import { addOrder as add } from '../../domain/orders.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';
import { unitRequest } from './unit-request.ts';
import { type CutNeeds, wantCuts } from './want-cuts.ts';

const PERMISSION = 'issue-orders';

export const answer: Answer<typeof addOrder, DecisionNeeds & CutNeeds> = async (call, needs) => {
  const { city, params, body } = call;
  const read = await unitRequest({ ...call, id: params.id }, PERMISSION, needs.requests)();
  if (!read.agreed) return read;
  const about = { city, request: params.id, at: needs.clock.now() };
  const wanted = await wantCuts(about, body.box ? [{ box: body.box, path: 'box.' }] : [], needs);
  if (!wanted.agreed) return wanted;
  return decideForUnit(call, PERMISSION, (request, context) => add(request, body, context), needs);
};
