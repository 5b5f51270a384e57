import { mayReadOrder } from '../../domain/access.ts';
import type { Office } from '../../domain/office.ts';
import type { Order } from '../../domain/order.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Request } from '../../domain/request.ts';
import type { User } from '../../domain/user.ts';

export type OrderCall = {
  readonly city: string;
  readonly office: Office;
  readonly caller: User;
  readonly params: { readonly id: string; readonly number: number };
};

export type OwnOrder = { readonly request: Request; readonly order: Order };

/** An order that this person's unit must carry out; a foreign one and one that does not exist look the same. */
export const ownOrder = async (
  { city, office, caller, params }: OrderCall,
  requests: Requests,
): Promise<Outcome<OwnOrder>> => {
  const found = await orderOf(city, params, requests);
  return found && mayReadOrder(caller, found.order, office) ? agree(found) : refuse('not-found');
};

export const orderOf = async (
  city: string,
  { id, number }: OrderCall['params'],
  requests: Requests,
): Promise<OwnOrder | undefined> => {
  const request = await requests.find(city, id);
  const order = request?.orders.find((candidate) => candidate.number === number);
  return request && order && { request, order };
};
