import { expect, it } from 'vitest';
import { CityTable } from '../../adapters/dynamo/city-table.ts';
import { DynamoDirectory } from '../../adapters/dynamo/dynamo-directory.ts';
import { eastmere } from '../../cities/eastmere.ts';
import { tehran } from '../../cities/tehran.ts';
import { agreed } from '../support/world.ts';
import { createTableWorld, inBothWorlds } from './both-worlds.ts';

const someUser = eastmere.users.find(({ username }) => username.startsWith('clerk.'));
const someUnit = eastmere.units.find(({ parent }) => parent !== undefined);
if (!someUser || !someUnit) throw new Error('Eastmere has clerks and units');

inBothWorlds((createWorld) => {
  it('gives back a city as it was loaded, in its order, and only the cities there are', async () => {
    const { directory } = await createWorld();
    expect(await directory.office('eastmere')).toEqual(eastmere);
    expect(await directory.office('nowhere')).toBeUndefined();
    expect(await directory.cities()).toEqual(['eastmere']);
    agreed(await directory.load(tehran));
    expect(await directory.cities()).toEqual(['eastmere', 'tehran']);
  });

  it('shows a change to whoever made it at once', async () => {
    const { directory } = await createWorld();
    await directory.office('eastmere');
    const dismissed = { ...someUser, endsOn: '2026-01-31' };
    expect(await directory.put('eastmere', 'user', dismissed)).toEqual({ agreed: true, value: dismissed });
    expect(await directory.user('eastmere', someUser.username)).toEqual(dismissed);
    expect((await directory.office('eastmere'))?.users).toContainEqual(dismissed);
    expect(await directory.user('eastmere', 'nobody')).toBeUndefined();
    expect(await directory.put('nowhere', 'user', dismissed)).toMatchObject({ reason: 'not-found' });
  });

  it('refuses what does not fit the city, names the field, and changes nothing', async () => {
    const { directory } = await createWorld();
    const misnamed = await directory.put('eastmere', 'unit', { ...someUnit, parent: 'Not a slug' });
    expect(misnamed).toMatchObject({ reason: 'invalid', details: { fields: [{ path: 'parent' }] } });
    const lost = await directory.put('eastmere', 'unit', { ...someUnit, parent: 'nowhere' });
    expect(lost).toMatchObject({ reason: 'invalid', details: { fields: [{ path: 'unit' }] } });
    expect((await directory.office('eastmere'))?.units).toContainEqual(someUnit);
  });

  it('knows partners by the line they call from', async () => {
    const { directory } = await createWorld();
    const line = { clientId: 'line-137', channel: 'street-line', unit: someUnit.id };
    agreed(await directory.put('eastmere', 'partner', line));
    expect(await directory.partner('eastmere', 'line-137')).toEqual(line);
    expect(await directory.partner('eastmere', 'another')).toBeUndefined();
    expect(await directory.partners('eastmere')).toEqual([line]);
    const mute = await directory.put('eastmere', 'partner', { clientId: 'x', channel: 'smoke' });
    expect(mute).toMatchObject({ details: { fields: [{ path: 'channel' }] } });
  });

  it('may be loaded again: what was added stays, and nobody dismissed comes back', async () => {
    const { directory } = await createWorld();
    const added = { ...someUser, username: 'clerk.added' };
    const dismissed = { ...someUser, endsOn: '2026-01-31' };
    agreed(await directory.put('eastmere', 'user', added));
    agreed(await directory.put('eastmere', 'user', dismissed));
    agreed(await directory.put('eastmere', 'city', { ...eastmere.city, name: { en: 'Elsewhere', fa: 'جای دیگر' } }));
    agreed(await directory.load(eastmere));
    const office = await directory.office('eastmere');
    expect(office?.city.name).toEqual(eastmere.city.name);
    expect(office?.users).toContainEqual(added);
    expect(await directory.user('eastmere', someUser.username)).toEqual(dismissed);
  });

  it('refuses to load a city that contradicts itself', async () => {
    const { directory } = await createWorld();
    const broken = { ...tehran, units: tehran.units.filter(({ kind }) => kind !== 'headquarters') };
    expect(await directory.load(broken)).toMatchObject({ reason: 'invalid' });
    expect(await directory.cities()).toEqual(['eastmere']);
  });
});

it('keeps the office for half a minute, and people not at all', async () => {
  const { client, tableName, directory: elsewhere } = await createTableWorld();
  let elapsed = 0;
  const directory = new DynamoDirectory(new CityTable(client, tableName), () => elapsed);
  await directory.office('eastmere');
  const dismissed = { ...someUser, endsOn: '2026-01-31' };
  agreed(await elsewhere.put('eastmere', 'user', dismissed));
  expect(await directory.user('eastmere', someUser.username)).toEqual(dismissed);
  elapsed = 29_999;
  expect((await directory.office('eastmere'))?.users).not.toContainEqual(dismissed);
  elapsed = 30_000;
  expect((await directory.office('eastmere'))?.users).toContainEqual(dismissed);
});

it('lets two administrators change the city at once, but not past each other', async () => {
  const { client, tableName, directory } = await createTableWorld();
  const other = new DynamoDirectory(new CityTable(client, tableName));
  const changes = [directory, other].map((each, number) =>
    each.put('eastmere', 'user', { ...someUser, username: `clerk.number${number}` }),
  );
  const outcomes = await Promise.all(changes);
  expect(outcomes.filter(({ agreed }) => agreed)).toHaveLength(1);
  expect(outcomes.find(({ agreed }) => !agreed)).toMatchObject({ reason: 'changed-meanwhile' });
});

it('writes nothing but the city when the same file is loaded again', async () => {
  const { engine, directory } = await createTableWorld();
  engine.consumed.reset();
  agreed(await directory.load(eastmere));
  const entries = eastmere.units.length + eastmere.users.length;
  expect(engine.consumed.total().writeUnits).toBeLessThan(entries);
});
