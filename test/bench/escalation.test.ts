import { expect, it } from 'vitest';
import { escalateOnTable } from './escalate-on-table.ts';

it('lets twenty overdue orders climb and tells their holders for the same units, among 100 and among 1,500 open ones', async () => {
  const few = await escalateOnTable({ open: 100, overdue: 20 });
  const many = await escalateOnTable({ open: 1500, overdue: 20 });
  expect(few.found).toBe(20);
  expect(few.messages).toBeGreaterThan(0);
  expect(many).toEqual(few);
});
