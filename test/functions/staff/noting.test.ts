import { expect, test } from 'vitest';
import { showCase } from '../../../contract/staff/case.ts';
import { addNote } from '../../../contract/staff/note.ts';
import { viewEvents } from '../../../functions/request-view.ts';
import { createStaffWorld } from './staff-world.ts';

const text = 'The plan of the site is at the front desk.';

test('A note is read by colleagues with the name of who wrote it, and leaves the case where it stands', async () => {
  const world = await createStaffWorld();
  const { id } = await world.submitRequest({ official: 'harbour-alderman' });
  const noted = await world.call('clerk.harbour', addNote, { params: { id }, body: { text } });
  expect(noted).toMatchObject({ status: 200, body: { status: 'submitted', version: 2 } });
  const { body } = await world.call('expert.harbour', showCase, { params: { id } });
  expect((body.timeline as object[]).at(-1)).toMatchObject({
    ...{ kind: 'noted', text, username: 'clerk.harbour', internal: true },
  });
});

test('A note is nothing for other units, and nothing without words', async () => {
  const world = await createStaffWorld();
  const { id } = await world.submitRequest({ official: 'harbour-alderman' });
  expect((await world.call('manager.homes', addNote, { params: { id }, body: { text } })).status).toBe(404);
  expect((await world.call('clerk.harbour', addNote, { params: { id }, body: { text: ' ' } })).status).toBe(422);
});

test('A note is never read by the citizen', () => {
  const by = { actor: 'staff', username: 'clerk.harbour' } as const;
  const noted = { kind: 'noted', at: '2026-06-01T08:00:00.000Z', by, text, internal: true } as const;
  expect(viewEvents([noted], { forStaff: false })).toEqual([]);
});
