import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import {
  citizenMay,
  isEmployed,
  mayAnywhere,
  mayAt,
  mayCarryOut,
  mayHandOver,
  mayOnRequest,
  mayReadOrder,
  PERMISSIONS,
  type Permission,
} from '../../domain/access.ts';
import type { Office } from '../../domain/office.ts';
import type { Order } from '../../domain/order.ts';
import { staff } from '../../domain/owner.ts';
import type { Request } from '../../domain/request.ts';
import { ROLES, type Role, type User } from '../../domain/user.ts';
import { reach, START, submitted } from './stages-of-life.ts';

/** The ward with a second post, whose secretary serves nobody else. */
const office: Office = {
  ...eastmere,
  officials: [
    ...eastmere.officials,
    { id: 'harbour-clerk', unit: 'harbour', title: { en: 'Town clerk', fa: 'دبیر' }, allocation: 'first-come' },
  ],
};
const holding = (role: User['roles'][number]['role'], official?: string): User => ({
  ...{ username: 'somebody', displayName: 'Somebody', locale: 'en' },
  roles: [{ role, unit: 'harbour', ...(official && { official }) }],
});
const rights = (user: User, request: ReturnType<typeof submitted>) =>
  PERMISSIONS.filter((permission) => mayOnRequest(user, permission, request, office));

describe('Whoever a request lies with', () => {
  const request = submitted();

  test('has, at the desk, the rights of the role and no more', () => {
    expect(request.owner).toMatchObject({ role: 'expert', unit: 'harbour' });
    expect(rights(holding('expert'), request)).toStrictEqual([
      ...['read-case', 'find-case', 'register', 'triage', 'read-sessions', 'correct'],
    ]);
  });

  test('at the secretary’s desk is a secretary of that official, not of another', () => {
    const waiting = { ...request, owner: { kind: 'staff', role: 'secretary', unit: 'harbour' } as const };
    expect(rights(holding('secretary', 'harbour-alderman'), waiting)).toContain('give-turns');
    expect(rights(holding('secretary', 'harbour-clerk'), waiting)).toStrictEqual(['register', 'read-sessions']);
  });

  test('gets, on a rung, what the rung brings', () => {
    const climbed = { ...request, rung: 3, owner: { kind: 'staff', role: 'inspector', unit: 'hq' } as const };
    const inspector: User = { ...holding('inspector'), roles: [{ role: 'inspector', unit: 'hq' }] };
    expect(rights(inspector, request)).not.toContain('triage');
    expect(rights(inspector, climbed)).toContain('triage');
  });
});

const somebody = (role: Role, unit: string, official?: string): User => ({
  ...holding(role),
  roles: [{ role, unit, ...(official !== undefined && { official }) }],
});

describe('A right reaches', () => {
  const at = (user: User, permission: Permission, unit: string, official?: string) =>
    mayAt(user, permission, { unit, official }, office);

  test('in the own unit, and no unit above or below', () => {
    expect(at(somebody('clerk', 'harbour'), 'register', 'harbour')).toBe(true);
    expect(at(somebody('clerk', 'harbour'), 'register', 'homes')).toBe(false);
    expect(at(somebody('clerk', 'hq'), 'register', 'harbour')).toBe(false);
    expect(at(somebody('clerk', 'harbour'), 'register', 'hq')).toBe(false);
  });

  test('for the own official in the own unit, or for all of its officials', () => {
    expect(at(somebody('secretary', 'harbour', 'harbour-alderman'), 'give-turns', 'harbour', 'harbour-alderman')).toBe(
      true,
    );
    expect(at(somebody('secretary', 'harbour', 'harbour-alderman'), 'give-turns', 'harbour', 'harbour-clerk')).toBe(
      false,
    );
    expect(at(somebody('secretary', 'harbour', 'harbour-alderman'), 'give-turns', 'harbour')).toBe(false);
    expect(at(somebody('secretary', 'harbour'), 'give-turns', 'harbour', 'harbour-clerk')).toBe(true);
    expect(at(somebody('secretary', 'homes'), 'give-turns', 'harbour', 'harbour-clerk')).toBe(false);
  });

  test('from a unit down to all below it, and not up', () => {
    expect(at(somebody('unit-manager', 'hq'), 'triage', 'harbour')).toBe(true);
    expect(at(somebody('unit-manager', 'harbour'), 'triage', 'harbour')).toBe(true);
    expect(at(somebody('unit-manager', 'harbour'), 'triage', 'hq')).toBe(false);
  });

  test('through the whole city', () => {
    expect(at(somebody('auditor', 'harbour'), 'read-audit', 'homes')).toBe(true);
  });

  test('nowhere, where no role gives it; one of several roles is enough', () => {
    expect(at(somebody('auditor', 'hq'), 'read-case', 'hq')).toBe(false);
    const both = {
      ...holding('auditor'),
      roles: [...holding('auditor').roles, { role: 'clerk' as const, unit: 'homes' }],
    };
    expect(at(both, 'register', 'homes')).toBe(true);
  });
});

describe('What a role may somewhere', () => {
  const holdersOf = (permission: Permission) => ROLES.filter((role) => mayAnywhere(somebody(role, 'hq'), permission));

  test.each<[Permission, Role[]]>([
    ['manage-city', ['administrator']],
    ['read-audit', ['inspector', 'administrator', 'auditor']],
    ['close-office', ['unit-manager', 'administrator']],
    ['reveal-identity', ['unit-manager', 'inspector']],
    // The last ones only for what has climbed to them.
    ['report-orders', ['owner', 'unit-manager', 'coordinator', 'inspector']],
    ['record-outcome', ['secretary', 'official', 'delegate', 'unit-manager', 'coordinator', 'inspector']],
    ['triage', ['expert', 'official', 'delegate', 'unit-manager', 'coordinator', 'inspector']],
  ])('%s', (permission, roles) => {
    expect(holdersOf(permission)).toStrictEqual(roles);
  });
});

test('One of several roles is enough, somewhere as on a rung', () => {
  const roles: User['roles'] = [
    { role: 'auditor', unit: 'hq' },
    { role: 'inspector', unit: 'hq' },
  ];
  const user: User = { ...holding('auditor'), roles };
  expect(mayAnywhere(user, 'reveal-identity')).toBe(true);
  const climbed: Request = { ...submitted(), rung: 3, owner: staff('inspector', 'hq') };
  expect(mayOnRequest(user, 'triage', climbed, office)).toBe(true);
});

describe('A unit that had the request before', () => {
  const referred: Request = { ...submitted(), unit: 'homes', formerUnits: ['harbour'] };

  test('keeps reading it, and no more', () => {
    expect(rights(holding('expert'), referred)).toStrictEqual(['read-case']);
    expect(rights(holding('owner'), referred)).toStrictEqual([]);
    expect(rights(somebody('expert', 'trams'), referred)).toStrictEqual([]);
  });
});

describe('A rung', () => {
  const brought = ['read-case', 'triage', 'give-turns', 'record-outcome', 'change-orders', 'report-orders'];
  const { request } = reach('in-follow-up');
  const climbed = (order: Partial<Order>): Request => ({
    ...request,
    orders: request.orders.map((one) => ({ ...one, ...order })),
  });
  const manager = somebody('unit-manager', 'homes');

  test('brings its rights by a request or by one of its orders, to whoever holds it', () => {
    expect(rights(manager, request)).toStrictEqual([]);
    expect(rights(manager, climbed({ rung: 1, owner: staff('unit-manager', 'homes') }))).toStrictEqual(brought);
    expect(rights(manager, climbed({ rung: 1, owner: staff('unit-manager', 'waste') }))).toStrictEqual([]);
    expect(rights(manager, climbed({ rung: 1, owner: staff('coordinator', 'homes') }))).toStrictEqual([]);
  });

  test('is none at the desk', () => {
    expect(rights(somebody('owner', 'homes'), climbed({ rung: 0 }))).toStrictEqual([]);
  });
});

describe('An order', () => {
  const { request } = reach('in-follow-up');
  const [issued] = request.orders;
  if (!issued) throw new Error('A request in follow-up has an order');
  const owner = (unit: string) => somebody('owner', unit);
  const order = (more: Partial<Order> = {}): Order => ({ ...issued, ...more });
  const CLIMBED = { owner: staff('unit-manager', 'homes'), rung: 1 };

  test('is read by its unit, by those who had it, by its liaison, and by whoever it has climbed to', () => {
    expect(mayReadOrder(owner('homes'), order(), office)).toBe(true);
    expect(mayReadOrder(owner('waste'), order(), office)).toBe(false);
    expect(mayReadOrder(owner('waste'), order({ formerUnits: ['waste'] }), office)).toBe(true);
    const outside = order({ unit: 'water', desk: 'hq', owner: staff('owner', 'hq') });
    expect(mayReadOrder(owner('hq'), outside, office)).toBe(true);
    expect(mayReadOrder(owner('homes'), outside, office)).toBe(false);
    expect(mayReadOrder(somebody('expert', 'homes'), order(), office)).toBe(false);
    expect(mayReadOrder(somebody('inspector', 'hq'), order({ owner: staff('inspector', 'hq') }), office)).toBe(true);
  });

  test('is carried out by the owners of its unit, and once disputed by the rank that holds it alone', () => {
    expect(mayCarryOut(owner('homes'), order(), office)).toBe(true);
    expect(mayCarryOut(owner('waste'), order(), office)).toBe(false);
    expect(mayCarryOut(owner('homes'), order(CLIMBED), office)).toBe(true);
    expect(mayCarryOut(owner('homes'), order({ ...CLIMBED, disputes: 1 }), office)).toBe(false);
    expect(mayCarryOut(somebody('unit-manager', 'homes'), order({ ...CLIMBED, disputes: 1 }), office)).toBe(true);
    expect(mayCarryOut(owner('homes'), order({ owner: { kind: 'citizen' }, disputes: 1 }), office)).toBe(false);
  });

  test('is handed over by whoever may change it, or distributes the work of its unit', () => {
    expect(mayHandOver(somebody('secretary', 'harbour', 'harbour-alderman'), request, order(), office)).toBe(true);
    expect(mayHandOver(somebody('unit-manager', 'homes'), request, order(), office)).toBe(true);
    expect(mayHandOver(somebody('unit-manager', 'waste'), request, order(), office)).toBe(false);
    expect(mayHandOver(owner('homes'), request, order(), office)).toBe(false);
  });
});

test('A person works until the end of the last day of their term', () => {
  const until = (endsOn: string): User => ({ ...holding('clerk'), endsOn });
  expect(isEmployed(holding('clerk'), office, START)).toBe(true);
  expect(isEmployed(until('2026-06-08'), office, START)).toBe(true);
  expect(isEmployed(until('2026-06-07'), office, START)).toBe(false);
});

test('A citizen reads by a proven contact that the request names, or by its own link', () => {
  const request: Request = { ...submitted(), readers: ['R1'], linkKey: 'L1' };
  expect(citizenMay(request, { proof: 'contact', key: 'R1' })).toBe(true);
  expect(citizenMay(request, { proof: 'contact', key: 'L1' })).toBe(false);
  expect(citizenMay(request, { proof: 'link', key: 'L1', request: request.id })).toBe(true);
  expect(citizenMay(request, { proof: 'link', key: 'L1', request: 'ANOTHER' })).toBe(false);
  expect(citizenMay(request, { proof: 'link', key: 'R1', request: request.id })).toBe(false);
});
