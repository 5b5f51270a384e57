import type { ReplyInputOf } from '../../contract/operation.ts';
import type { reportOrderDone } from '../../contract/staff/order.ts';
import { mayReadOrder } from '../../domain/access.ts';
import type { Change, Context } from '../../domain/change.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import { type DecisionNeeds, decide } from '../decide.ts';
import { byStaff } from './decide-for-unit.ts';
import { viewCard } from './order-card.ts';
import { type OrderCall, type OwnOrder, orderOf } from './own-order.ts';

type Decision = {
  readonly may: (found: OwnOrder) => boolean;
  readonly rule: (request: Request, context: Context) => Outcome<Change>;
};

/**
 * Somebody decides on an order that they see as a card. Whoever may only read it learns who holds it instead; for others it
 * does not exist.
 */
export const decideOnOrder = async (
  call: OrderCall & { readonly language: string },
  { may, rule }: Decision,
  needs: DecisionNeeds,
): Promise<Outcome<ReplyInputOf<typeof reportOrderDone>>> => {
  const { city, office, caller, params } = call;
  const read = async (): Promise<Outcome<Request>> => {
    const found = await orderOf(city, params, needs.requests);
    if (found && may(found)) return agree(found.request);
    if (!found || !mayReadOrder(caller, found.order, office)) return refuse('not-found');
    const { owner } = found.order;
    return refuse('not-allowed', owner.kind === 'staff' ? { decides: owner.role } : {});
  };
  const decided = await decide({ read, rule, by: byStaff(caller), office }, needs);
  if (!decided.agreed) return decided;
  const order = decided.value.orders.find(({ number }) => number === params.number);
  return order ? agree(viewCard(decided.value, order, { ...call, at: needs.clock.now() })) : refuse('not-found');
};
