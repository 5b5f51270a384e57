import { expect, it } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { tehran } from '../../cities/tehran.ts';
import { calendarSystemOf } from '../../domain/city.ts';
import { entryId, fitPartner, withEntry, withFile } from '../../domain/city-changes.ts';
import { agree, refuse } from '../../domain/outcome.ts';

const [someUnit] = eastmere.units.filter((unit) => unit.parent !== undefined);
const [someUser] = eastmere.users;
if (!someUnit || !someUser) throw new Error('Eastmere has units and staff');

it('changes one entry and leaves the others', () => {
  const changed = withEntry(eastmere, 'unit', { ...someUnit, pilot: true });
  expect(changed).toEqual(
    agree({
      ...eastmere,
      units: eastmere.units.map((unit) => (unit.id === someUnit.id ? { ...unit, pilot: true } : unit)),
    }),
  );
});

it('adds an entry at the end', () => {
  const added = withEntry(eastmere, 'user', { ...someUser, username: 'clerk.new' });
  expect(added.agreed && added.value.users.map(({ username }) => username)).toEqual([
    ...eastmere.users.map(({ username }) => username),
    'clerk.new',
  ]);
});

it('names the field of an entry that is not well formed', () => {
  expect(withEntry(eastmere, 'unit', { ...someUnit, parent: 'Not a slug' })).toMatchObject({
    agreed: false,
    reason: 'invalid',
    details: { fields: [{ path: 'parent', problem: 'wrong-format' }] },
  });
});

it('refuses an entry that contradicts the rest of the city, and says how', () => {
  expect(withEntry(eastmere, 'unit', { ...someUnit, parent: 'nowhere' })).toEqual(
    refuse('invalid', {
      fields: expect.arrayContaining([
        { path: 'unit', problem: `the parent of ${someUnit.id}, nowhere, does not exist` },
      ]),
    }),
  );
});

it('names the field of the city itself', () => {
  const policies = { ...eastmere.city.policies, triageWorkingDays: 0 };
  expect(withEntry(eastmere, 'city', { ...eastmere.city, policies })).toMatchObject({
    details: { fields: [{ path: 'policies.triageWorkingDays' }] },
  });
});

it('takes from a file what it names, and keeps what was added since', () => {
  const { units } = eastmere;
  const added = { ...someUnit, id: 'added-since' };
  const renamed = { ...someUnit, name: { en: 'Renamed', fa: 'تازه' } };
  const file = { ...eastmere, units: units.map((unit) => (unit.id === someUnit.id ? renamed : unit)) };
  const merged = withFile({ ...eastmere, units: [...units, added] }, file);
  expect(merged.agreed && merged.value.units).toEqual([...file.units, added]);
});

it('says of a file that contradicts itself what it does', () => {
  const file = { ...eastmere, units: [{ ...someUnit, parent: 'nowhere' }] };
  expect(withFile(eastmere, file)).toMatchObject({
    reason: 'invalid',
    details: { fields: [{ path: 'city', problem: `the parent of ${someUnit.id}, nowhere, does not exist` }] },
  });
});

it('tells entries apart by what they have for a name', () => {
  expect(entryId(someUnit)).toBe(someUnit.id);
  expect(entryId(someUser)).toBe(someUser.username);
  expect(entryId({ clientId: 'line', channel: 'phone' })).toBe('line');
});

it('counts months by the common calendar in a language that the city does not have', () => {
  expect(calendarSystemOf(tehran.city, 'fa')).toBe('persian');
  expect(calendarSystemOf(tehran.city, 'de')).toBe('gregory');
});

it('does not bring back a dismissed person from a file', () => {
  const dismissed = { ...someUser, endsOn: '2026-01-31' };
  const [, ...others] = eastmere.users;
  const merged = withFile({ ...eastmere, users: [dismissed, ...others] }, eastmere);
  expect(merged.agreed && merged.value.users.find(({ username }) => username === someUser.username)).toEqual(dismissed);
});

it('lets a partner speak only for a channel and a unit that the city has', () => {
  const partner = { clientId: 'line', channel: 'phone' };
  expect(fitPartner(eastmere, partner)).toEqual(agree(partner));
  expect(fitPartner(eastmere, { ...partner, channel: 'smoke' })).toMatchObject({
    details: { fields: [{ path: 'channel', problem: 'unknown' }] },
  });
  expect(fitPartner(eastmere, { ...partner, unit: 'nowhere' })).toMatchObject({
    details: { fields: [{ path: 'unit', problem: 'unknown' }] },
  });
  expect(fitPartner(eastmere, { ...partner, unit: 'homes' }).agreed).toBe(true);
});
