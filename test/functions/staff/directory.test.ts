import { beforeEach, describe, expect, test } from 'vitest';
import { eastmere } from '../../../cities/eastmere.ts';
import {
  loadCity,
  putCalendar,
  putCity,
  putPolicies,
  showCalendar,
  showCitySettings,
  showPolicies,
} from '../../../contract/staff/city.ts';
import {
  endEntry,
  listDirectory,
  putOfficial,
  putPartner,
  putTopic,
  putUnit,
  putUser,
  putVenue,
} from '../../../contract/staff/directory.ts';
import { whoAmI } from '../../../contract/staff/me.ts';
import { acceptIt } from '../../support/lives.ts';
import { createStaffWorld, type StaffWorld } from './staff-world.ts';

const both = (en: string) => ({ en, fa: en });

describe('The administrator', () => {
  let world: StaffWorld;
  beforeEach(async () => {
    world = await createStaffWorld();
  });
  const call = (operation: Parameters<StaffWorld['call']>[1], told: Parameters<StaffWorld['call']>[2]) =>
    world.call('administrator', operation, told);
  const end = (kind: string, id: string, endsOn = '2026-06-01') =>
    call(endEntry, { params: { kind, id }, body: { endsOn } });

  test.each([
    [putUnit, { id: 'parks' }, { kind: 'organisation', parent: 'hq', name: both('Parks') }, 'units'],
    [
      putOfficial,
      { id: 'harbour-deputy' },
      { unit: 'harbour', title: both('Deputy'), allocation: 'draw' },
      'officials',
    ],
    [putTopic, { id: 'noise' }, { name: both('Noise') }, 'topics'],
    [putVenue, { id: 'kiosk' }, { unit: 'harbour', kind: 'park', name: both('Kiosk') }, 'venues'],
    [putPartner, { clientId: 'line-9' }, { channel: 'street-line' }, 'partners'],
  ])('adds and lists: $name', async (operation, params, body, kind) => {
    expect(await call(operation, { params, body })).toMatchObject({ status: 200, body: { ...params, ...body } });
    const listed = await call(listDirectory, { params: { kind }, query: { limit: '100' } });
    expect(listed.body.items).toContainEqual(expect.objectContaining(params));
  });

  test('reads a long list page by page, without leaving anybody out', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await call(listDirectory, {
        params: { kind: 'users' },
        query: { limit: '7', ...(after !== undefined && { after }) },
      });
      seen.push(...(body.items as { username: string }[]).map(({ username }) => username));
      after = body.next as string | undefined;
    } while (after !== undefined);
    expect(seen.toSorted()).toEqual(eastmere.users.map(({ username }) => username).toSorted());
  });

  test.each([
    [putUnit, { id: 'parks' }, { kind: 'organisation', parent: 'nowhere', name: both('Parks') }],
    [putUnit, { id: 'hq' }, { kind: 'organisation', parent: 'hq', name: both('Hall') }],
    [putUnit, { id: 'parks' }, { kind: 'organisation', parent: 'hq', name: { en: 'Parks' } }],
    [putUnit, { id: 'parks' }, { kind: 'castle', parent: 'hq', name: both('Parks') }],
    [putOfficial, { id: 'x' }, { unit: 'nowhere', title: both('X'), allocation: 'draw' }],
    [putPartner, { clientId: 'line-9' }, { channel: 'pigeon' }],
    [putUser, { username: 'a' }, { displayName: 'A', roles: [{ role: 'king', unit: 'hq' }], locale: 'en' }],
    [putUser, { username: 'a' }, { displayName: 'A', roles: [], locale: 'en', colour: 'red' }],
  ])('is refused what does not fit: $name %o', async (operation, params, body) => {
    expect(await call(operation, { params, body })).toMatchObject({ status: 422, body: { type: 'invalid' } });
  });

  test('opens an account with a new user, who may sign in at once', async () => {
    const body = {
      ...{ displayName: 'Clerk 2', email: 'clerk2@eastmere.example', locale: 'en' },
      roles: [{ role: 'clerk', unit: 'harbour' }],
    };
    await call(putUser, { params: { username: 'clerk2.harbour' }, body });
    expect(world.accounts.accounts.get('eastmere.clerk2.harbour')).toEqual({ email: body.email, open: true });
    expect((await world.call('clerk2.harbour', whoAmI)).status).toBe(200);
  });

  test('ends a user, whose account closes and whose next call is refused', async () => {
    const body = { displayName: 'Clerk', locale: 'en', roles: [{ role: 'clerk', unit: 'harbour' }] };
    await call(putUser, { params: { username: 'clerk.harbour' }, body });
    expect((await end('users', 'clerk.harbour')).status).toBe(200);
    expect(world.accounts.accounts.get('eastmere.clerk.harbour')).toMatchObject({ open: false });
    expect((await world.call('clerk.harbour', whoAmI)).status).toBe(401);
  });

  test('does not end what something current depends on', async () => {
    const unit = await end('units', 'harbour');
    expect(unit).toMatchObject({ status: 409, body: { type: 'in-use' } });
    expect((unit.body.facts as { by: string[] }).by).toContain('harbour-alderman');
    expect((await end('officials', 'harbour-alderman')).body.facts).toMatchObject({
      by: ['official.harbour-alderman'],
    });
    expect((await end('topics', 'planning')).status).toBe(409);
    expect((await end('units', 'nowhere')).status).toBe(404);
  });

  test('ends an official once nobody serves them and nobody waits for them', async () => {
    await end('users', 'official.harbour-alderman');
    const request = await world.submitRequest({ official: 'harbour-alderman' });
    await acceptIt(world, request);
    expect((await end('officials', 'harbour-alderman')).body.facts).toEqual({ openRequests: 1 });
  });

  test('ends a topic, a venue, a partner', async () => {
    await call(putPartner, { params: { clientId: 'line-9' }, body: { channel: 'street-line' } });
    for (const [kind, id] of [
      ['topics', 'other'],
      ['venues', 'quay-stop'],
      ['partners', 'line-9'],
    ] as const) {
      expect(await end(kind, id)).toMatchObject({ status: 200, body: { kind, id, endsOn: '2026-06-01' } });
    }
  });

  test('changes limits of the city and of a unit, and sees them merged', async () => {
    const policies = { ...eastmere.city.policies, triageWorkingDays: 4 };
    expect((await call(putPolicies, { body: { policies } })).body).toMatchObject({
      policies: { triageWorkingDays: 4 },
    });
    await call(putPolicies, { body: { unit: 'harbour', overrides: { movesAllowed: 5 } } });
    const shown = await call(showPolicies, { query: { unit: 'harbour' } });
    expect(shown.body).toMatchObject({
      policies: { triageWorkingDays: 4, movesAllowed: 5 },
      overrides: { movesAllowed: 5 },
    });
    expect((await call(showPolicies, { query: { unit: 'nowhere' } })).status).toBe(404);
    expect((await call(showPolicies, {})).body).not.toHaveProperty('overrides');
  });

  test('is refused limits that contradict each other', async () => {
    const overrides = { reminders: { notBefore: '22:00' } };
    expect((await call(putPolicies, { body: { unit: 'harbour', overrides } })).status).toBe(422);
    expect((await call(putPolicies, { body: { unit: 'nowhere', overrides: {} } })).status).toBe(422);
    expect((await call(putPolicies, { body: { policies: { triageWorkingDays: 0 } } })).status).toBe(422);
  });

  test('closes a day of the city, and is refused a calendar that never opens', async () => {
    const { calendar } = eastmere.city;
    const closures = [...calendar.closures, { on: '2026-06-17', reason: both('Flood') }];
    expect((await call(putCalendar, { body: { calendar: { ...calendar, closures }, reason: 'Flood' } })).status).toBe(
      200,
    );
    expect((await call(showCalendar, { query: { unit: 'harbour' } })).body).toMatchObject({ calendar: { closures } });
    expect(
      (await call(putCalendar, { body: { calendar: { ...calendar, hours: [] }, reason: 'Mistake' } })).status,
    ).toBe(422);
    const shut = { weekend: [{ from: '2020-01-01', days: [1, 2, 3, 4, 5, 6, 7] }] };
    expect((await call(putCalendar, { body: { unit: 'harbour', override: shut, reason: 'Mistake' } })).status).toBe(
      422,
    );
  });

  test('changes what is local to the city', async () => {
    const { id: _, calendar: __, policies: ___, ...city } = eastmere.city;
    const changed = await call(putCity, { body: { ...city, name: both('Eastmere-on-Sea') } });
    expect(changed.body).toMatchObject({ id: 'eastmere', name: both('Eastmere-on-Sea') });
    const read = await call(showCitySettings, {});
    expect(read.body).toEqual(changed.body);
    expect(read.body).not.toHaveProperty('policies');
    expect((await call(putCity, { body: { ...city, timeZone: 'Asia/Tehran' } })).status).toBe(422);
  });

  test('loads a city again, as often as wanted, and opens the accounts that are new', async () => {
    const clerk = {
      username: 'clerk3.hq',
      displayName: 'Clerk 3',
      locale: 'en',
      roles: [{ role: 'clerk' as const, unit: 'hq' }],
    };
    const data = { ...eastmere, users: [...eastmere.users, clerk] };
    expect(await call(loadCity, { body: data })).toMatchObject({ status: 200, body: { units: 9, venues: 10 } });
    expect((await call(loadCity, { body: data })).status).toBe(200);
    expect([...world.accounts.accounts.keys()]).toEqual(['eastmere.clerk3.hq']);
  });

  test('loads no other city’s data, and none that contradicts itself', async () => {
    const other = { ...eastmere, city: { ...eastmere.city, id: 'westmere' } };
    expect((await call(loadCity, { body: other })).status).toBe(422);
    const torn = await call(loadCity, {
      body: { ...eastmere, topics: [], officials: [{ ...eastmere.officials[0], unit: 'nowhere' }] },
    });
    expect(torn.body).toMatchObject({
      type: 'invalid',
      facts: { faults: expect.arrayContaining([expect.any(String)]) },
    });
  });
});
