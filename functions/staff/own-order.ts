import { mayReadOrder } from '../../domain/access.ts';
import type { Office } from '../../domain/office.ts';
import type { Order } from '../../domain/order.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Request } from '../../domain/request.ts';
import type { User } from '../../domain/user.ts';

type OrderCall = {
  readonly city: string;
  readonly office: Office;
  readonly caller: User;
  readonly params: { readonly id: string; readonly number: number };
};

/** An order that this person's unit must carry out; a foreign one and one that does not exist look the same. */
export const ownOrder = async (
  { city, office, caller, params }: OrderCall,
  requests: Requests,
): Promise<Outcome<{ request: Request; order: Order }>> => {
  const request = await requests.find(city, params.id);
  const order = request?.orders.find(({ number }) => number === params.number);
  return request && order && mayReadOrder(caller, order, office) ? agree({ request, order }) : refuse('not-found');
};
