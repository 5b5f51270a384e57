import { expect, test } from 'vitest';
import { listOfficials, listTopics, listUnits, showCity } from '../../../contract/citizen/city.ts';
import { createCitizenWorld } from './citizen-world.ts';

test('The city introduces itself in the caller’s language', async () => {
  const world = await createCitizenWorld();
  expect(await world.call(showCity, { language: 'fa-IR, en;q=0.5' })).toMatchObject({
    status: 200,
    body: {
      name: 'ایست‌میر',
      locales: ['en', 'fa'],
      idKinds: expect.arrayContaining([expect.objectContaining({ id: 'resident-card', label: 'شماره کارت ساکنان' })]),
      emergencyContacts: [{ number: '999' }, {}],
      policies: { movesAllowed: 2, triageWorkingDays: 3 },
    },
  });
  expect((await world.call(showCity, { query: { lang: 'en' }, language: 'fa' })).body.name).toBe('Eastmere');
});

test('Units, officials and topics are listed', async () => {
  const world = await createCitizenWorld();
  expect((await world.call(listUnits)).body.units).toContainEqual({
    ...{ id: 'lakeside', kind: 'district', name: 'Lakeside Ward', parent: 'hq', pilot: true },
  });
  expect((await world.call(listOfficials, { params: { unit: 'harbour' } })).body.officials).toMatchObject([
    { id: 'harbour-alderman', title: 'Alderman of Harbour Ward', allocation: 'first-come' },
  ]);
  expect((await world.call(listOfficials, { params: { unit: 'nowhere' } })).status).toBe(404);

  const topicsOf = async (query: Record<string, string>) =>
    ((await world.call(listTopics, { query })).body.topics as { id: string }[]).map(({ id }) => id);
  expect(await topicsOf({})).toContain('housing');
  expect(await topicsOf({ official: 'harbour-alderman' })).not.toContain('housing');
  expect(await topicsOf({ official: 'homes-director' })).toContain('housing');
  expect((await world.call(listTopics, { query: { official: 'nobody' } })).status).toBe(422);
});
