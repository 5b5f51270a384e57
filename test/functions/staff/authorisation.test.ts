import { describe, expect, test } from 'vitest';
import { tehran } from '../../../cities/tehran.ts';
import { STAFF_OPERATIONS } from '../../../contract/staff/operations.ts';
import { ACCESS, mayAnywhere, type Permission, type ReachOfRight } from '../../../domain/access.ts';
import { ROLES, type Role, type User } from '../../../domain/user.ts';
import { type OperationName, operationNamed, tellings } from './every-operation.ts';
import { createStaffWorld } from './staff-world.ts';

/** Where a role is held, seen from Harbour Ward, which all the calls are about. */
const PLACES = { harbour: 'its own unit', homes: 'another unit', hq: 'the unit above' } as const;
type Place = keyof typeof PLACES;

/** Answered to whoever has the right anywhere: a search is cut to the caller's scope, venues are no secret. */
const ANYWHERE: readonly string[] = ['find-cases', 'list-venues'];

/** Which right an operation asks for at a place; the others ask for it somewhere, or for none. */
const AT_A_PLACE: Partial<Record<OperationName, Permission>> = Object.fromEntries([
  ...STAFF_OPERATIONS.flatMap(({ name, ...operation }) =>
    'permission' in operation && operation.permission !== 'manage-city' && !ANYWHERE.includes(name)
      ? [[name, operation.permission]]
      : [],
  ),
  ['show-order', 'report-orders'],
  ['show-scan', 'read-case'],
  ['report-order-done', 'report-orders'],
  ['ask-about-order', 'report-orders'],
]);

const REACHES_HARBOUR: Record<ReachOfRight, readonly Place[]> = {
  'own-unit': ['harbour'],
  'own-official': ['harbour'],
  'unit-and-below': ['harbour', 'hq'],
  city: ['harbour', 'homes', 'hq'],
};

const expected = (name: OperationName, role: Role, place: Place, user: User): 'let in' | 403 | 404 => {
  const { permission } = operationNamed(name);
  if (permission !== undefined && !mayAnywhere(user, permission)) return 403;
  const has = (right: Permission) => {
    const reach = ACCESS[role][right];
    return reach !== undefined && REACHES_HARBOUR[reach].includes(place);
  };
  if (name === 'hand-over-order') {
    if (has('change-orders') || has('reassign')) return 'let in';
    // Whoever carries the order out sees it, and is told who may hand it over.
    return has('report-orders') ? 403 : 404;
  }
  const needed = AT_A_PLACE[name];
  return needed === undefined || has(needed) ? 'let in' : 404;
};

const cases = ROLES.flatMap((role) =>
  (Object.keys(PLACES) as Place[]).map((place) => ({ role, place, where: PLACES[place] })),
);

describe('Who may do what', () => {
  test.each(cases)('holds for the role $role in $where', async ({ role, place }) => {
    const world = await createStaffWorld();
    const calls = await tellings(world);
    const official = place === 'harbour' ? { official: 'harbour-alderman' } : {};
    const user: User = {
      ...{ username: 'somebody', displayName: 'Somebody', locale: 'en' },
      roles: [{ role, unit: place, ...official }],
    };
    await world.directory.put('eastmere', 'user', user);
    const seen: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const { name } of STAFF_OPERATIONS) {
      const { status } = await world.call('somebody', operationNamed(name), calls[name]);
      seen[name] = [401, 403, 404].includes(status) ? status : 'let in';
      wanted[name] = expected(name, role, place, user);
    }
    expect(seen).toEqual(wanted);
  });

  test('lets nobody in without a token, without a role, or with the token of another city', async () => {
    const world = await createStaffWorld();
    await world.directory.load(tehran);
    const calls = await tellings(world);
    await world.directory.put('eastmere', 'user', {
      ...{ username: 'roleless', displayName: 'Roleless', locale: 'en', roles: [] },
    });
    for (const { name } of STAFF_OPERATIONS) {
      const operation = operationNamed(name);
      expect([name, (await world.call(undefined, operation, calls[name])).status]).toEqual([name, 401]);
      const abroad = await world.call('manager.hq', operation, { ...calls[name], city: 'tehran' });
      expect([name, abroad.status]).toEqual([name, 401]);
      const roleless = await world.call('roleless', operation, calls[name]);
      const open = ['who-am-i', 'start-scan', 'list-office-days', 'list-my-digests'].includes(name);
      expect([name, roleless.status < 400]).toEqual([name, open]);
    }
  });
});
