import type { Office } from './office.ts';
import { isCurrent, today } from './office.ts';
import { deskOfOrder, type Order } from './order.ts';
import type { Owner } from './owner.ts';
import type { Request } from './request.ts';
import type { Instant } from './time.ts';
import { isWithin } from './unit-tree.ts';
import type { HeldRole, Role, User } from './user.ts';

/** How far a right reaches, seen from the unit in which the role is held. */
export type ReachOfRight = 'own-unit' | 'own-official' | 'unit-and-below' | 'city';

export const PERMISSIONS = [
  'read-case',
  'find-case',
  'register',
  'triage',
  'read-sessions',
  'plan-sessions',
  'give-turns',
  'check-in',
  'record-outcome',
  'issue-orders',
  'change-orders',
  'report-orders',
  'act-for-citizen',
  'correct',
  'do-call-tasks',
  'reassign',
  'reveal-identity',
  'manage-city',
  'close-office',
  'read-audit',
  'hold-committee',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const everywhere = (...permissions: Permission[]): Partial<Record<Permission, ReachOfRight>> =>
  reaching('city', permissions);
const reaching = (reach: ReachOfRight, permissions: readonly Permission[]): Partial<Record<Permission, ReachOfRight>> =>
  Object.fromEntries(permissions.map((permission) => [permission, reach]));

const OF_AN_OFFICIAL: readonly Permission[] = [
  'read-case',
  'find-case',
  'plan-sessions',
  'give-turns',
  'check-in',
  'record-outcome',
  'issue-orders',
  'change-orders',
  'act-for-citizen',
  'correct',
];

/** Who may do what: one table, and what it does not name is denied. */
export const ACCESS: Readonly<Record<Role, Partial<Record<Permission, ReachOfRight>>>> = {
  clerk: reaching('own-unit', [
    'read-case',
    'find-case',
    'register',
    'read-sessions',
    'check-in',
    'act-for-citizen',
    'correct',
    'do-call-tasks',
  ]),
  expert: reaching('own-unit', ['read-case', 'find-case', 'register', 'triage', 'read-sessions', 'correct']),
  secretary: { ...reaching('own-official', OF_AN_OFFICIAL), 'read-sessions': 'own-unit', register: 'own-unit' },
  official: { ...reaching('own-official', OF_AN_OFFICIAL), triage: 'own-official', 'read-sessions': 'own-unit' },
  delegate: { ...reaching('own-official', OF_AN_OFFICIAL), triage: 'own-official', 'read-sessions': 'own-unit' },
  owner: reaching('own-unit', ['report-orders']),
  'unit-manager': reaching('unit-and-below', [
    ...OF_AN_OFFICIAL,
    'register',
    'triage',
    'read-sessions',
    'report-orders',
    'do-call-tasks',
    'reassign',
    'reveal-identity',
    'close-office',
    'hold-committee',
  ]),
  coordinator: everywhere(
    'hold-committee',
    'read-case',
    'find-case',
    'read-sessions',
    'reassign',
    'triage',
    'give-turns',
  ),
  inspector: everywhere('hold-committee', 'read-case', 'find-case', 'read-sessions', 'read-audit', 'reveal-identity'),
  administrator: everywhere('manage-city', 'close-office', 'read-audit'),
  auditor: everywhere('read-audit'),
};

/** Where something lies in the city: its unit and, where it belongs to one, its official. */
export type Place = { readonly unit: string; readonly official?: string | undefined };

/** What a rung of the ladder brings with it: whoever a matter has climbed to may read it and act on it. */
const BROUGHT_BY_A_RUNG: readonly Permission[] = [
  'read-case',
  'triage',
  'give-turns',
  'record-outcome',
  'change-orders',
  'report-orders',
];

/** Who stands on the ladder above the desks. */
const ON_RUNGS: readonly Role[] = ['unit-manager', 'coordinator', 'inspector'];

/** Does one of the roles that this person holds give the permission anywhere at all, be it by a matter that climbed? */
export const mayAnywhere = (user: User, permission: Permission): boolean =>
  user.roles.some(
    ({ role }) =>
      ACCESS[role][permission] !== undefined || (ON_RUNGS.includes(role) && BROUGHT_BY_A_RUNG.includes(permission)),
  );

/** Does one of the roles give the permission at this place? */
export const mayAt = (user: User, permission: Permission, place: Place, office: Office): boolean =>
  user.roles.some((held) => reaches(held, ACCESS[held.role][permission], place, office));

const reaches = (held: HeldRole, reach: ReachOfRight | undefined, place: Place, office: Office): boolean => {
  switch (reach) {
    case undefined:
      return false;
    case 'city':
      return true;
    case 'own-unit':
      return held.unit === place.unit;
    case 'unit-and-below':
      return isWithin(office.units, place.unit, held.unit);
    case 'own-official':
      return held.unit === place.unit && (held.official === undefined || held.official === place.official);
  }
};

const holds = (user: User, owner: Owner): boolean =>
  owner.kind === 'staff' && user.roles.some((held) => held.role === owner.role && held.unit === owner.unit);

/**
 * May this person do this to this request? By role and place; a former unit keeps reading; a rung brings its own rights.
 */
export const mayOnRequest = (user: User, permission: Permission, request: Request, office: Office): boolean => {
  if (mayAt(user, permission, request, office)) return true;
  if (permission === 'read-case' && request.formerUnits.some((unit) => mayAt(user, permission, { unit }, office)))
    return true;
  const climbed = [request, ...request.orders].filter(({ rung }) => rung > 0);
  return BROUGHT_BY_A_RUNG.includes(permission) && climbed.some(({ owner }) => holds(user, owner));
};

/** The owners of an order see its card: their own unit's, one that they handed over, or one that has climbed to them. */
export const mayReadOrder = (user: User, order: Order, office: Office): boolean =>
  [deskOfOrder(order), order.unit, ...(order.formerUnits ?? [])].some((unit) =>
    mayAt(user, 'report-orders', { unit }, office),
  ) || holds(user, order.owner);

/** Who carries an order out: its unit's owners or whoever it has climbed to. Once disputed, only the rank that holds it. */
export const mayCarryOut = (user: User, order: Order, office: Office): boolean =>
  holds(user, order.owner) ||
  (order.disputes === 0 && mayAt(user, 'report-orders', { unit: deskOfOrder(order) }, office));

/** Who may hand an order over: whoever may change it, or who distributes the work of its unit. */
export const mayHandOver = (user: User, request: Request, order: Order, office: Office): boolean =>
  mayOnRequest(user, 'change-orders', request, office) || mayAt(user, 'reassign', { unit: deskOfOrder(order) }, office);

/** A person whose term has ended may do nothing. */
export const isEmployed = (user: User, office: Office, at: Instant): boolean => isCurrent(user, today(office, at));

/** A citizen reads and acts by proof alone: a proven contact that the request names, or the secret of its personal link. */
export const citizenMay = (
  request: Request,
  session: { readonly proof: 'contact' | 'link'; readonly key: string; readonly request?: string | undefined },
): boolean =>
  session.proof === 'contact'
    ? request.readers.includes(session.key)
    : session.request === request.id && session.key === request.linkKey;
