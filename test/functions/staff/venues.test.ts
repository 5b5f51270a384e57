import { expect, test } from 'vitest';
import { listVenues } from '../../../contract/staff/venue.ts';
import { createStaffWorld } from './staff-world.ts';

test('whoever plans sessions chooses among the places that are still in use, in their own language', async () => {
  const world = await createStaffWorld();
  const quay = (await world.directory.office('eastmere'))?.venues.find(({ id }) => id === 'quay-stop');
  if (!quay) throw new Error('The seed has a tram stop');
  await world.directory.put('eastmere', 'venue', { ...quay, endsOn: '2026-01-01' });

  const { status, body } = await world.call('secretary.harbour', listVenues, { language: 'fa' });
  expect(status).toBe(200);
  expect(body.venues).toContainEqual({ id: 'phone', unit: 'hq', kind: 'phone', name: 'ملاقات تلفنی' });
  expect(JSON.stringify(body.venues)).not.toContain('quay-stop');
});

test('an owner of orders, who sees no sessions, is not shown the places', async () => {
  const world = await createStaffWorld();
  expect((await world.call('owner.harbour', listVenues)).status).toBe(403);
});
