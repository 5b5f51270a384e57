import { expect, test } from 'vitest';
import { listOfficeDays } from '../../../contract/staff/office-days.ts';
import { createStaffWorld } from './staff-world.ts';

const FRIDAY = '2026-06-05T09:30:00.000Z';

test('Days to come begin after the office’s own today, and leave out weekends and holidays', async () => {
  const world = await createStaffWorld({ at: FRIDAY });
  const { status, body } = await world.call('owner.harbour', listOfficeDays);
  expect(status).toBe(200);
  expect(body.today).toBe('2026-06-05');
  expect(body.open).toEqual(expect.arrayContaining(['2026-06-08', '2026-06-12', '2026-11-30']));
  for (const closed of ['2026-06-05', '2026-06-06', '2026-06-07', '2026-08-31'])
    expect(body.open).not.toContain(closed);
});
