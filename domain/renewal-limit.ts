import type { Context } from './change.ts';
import { policiesOf } from './office.ts';
import type { Order } from './order.ts';
import type { Request } from './request.ts';
import { isWithin } from './unit-tree.ts';
import type { HeldRole } from './user.ts';

/** So often as the policy allows by anybody who may renew; after that by a manager, the official, or whoever it climbed to. */
export const mayRenewAgain = (order: Order, request: Request, { office, by }: Context): boolean => {
  if (order.renewals < policiesOf(office, order.unit).renewalsAllowed) return true;
  const user = office.users.find(({ username }) => username === by.username);
  const decides = ({ role, unit, official }: HeldRole): boolean => {
    switch (role) {
      case 'unit-manager':
        return isWithin(office.units, order.unit, unit) || isWithin(office.units, request.unit, unit);
      case 'official':
      case 'delegate':
        return unit === request.unit && (official === undefined || official === order.official);
      default:
        return order.rung > 0 && order.owner.kind === 'staff' && order.owner.role === role && order.owner.unit === unit;
    }
  };
  return user?.roles.some(decides) ?? false;
};
