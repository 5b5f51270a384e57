import { expect, test } from 'vitest';
import { listLedger } from '../../../contract/staff/ledger.ts';
import { findEdit, type LedgerHead, type LedgerLine } from '../../../domain/ledger.ts';
import { run, sha256 } from '../../../functions/scheduled/chain-ledger.ts';
import { toScheduled } from '../../support/lives.ts';
import { createStaffWorld } from './staff-world.ts';

const official = 'harbour-alderman';

test('The ledger of a post is read by auditors, page by page, and proves itself', async () => {
  const world = await createStaffWorld();
  for (const days of [7, 9, 10]) await toScheduled(world, await world.submitRequest({ official }), days);
  await run(world);
  const page = async (query: Record<string, string>) => {
    const { status, body } = await world.call('auditor', listLedger, { params: { official }, query });
    expect(status).toBe(200);
    return body as unknown as { head: LedgerHead; items: LedgerLine[]; next?: number };
  };
  const first = await page({ limit: '2' });
  const second = await page({ limit: '2', after: String(first.next) });
  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, undefined]);
  const whole = { lines: [...first.items, ...second.items], head: second.head };
  expect(findEdit({ city: world.city, official }, whole, sha256)).toBeUndefined();
});

test('The ledger is not for those who give the turns, and a post that is not there has none', async () => {
  const world = await createStaffWorld();
  expect((await world.call('secretary.harbour', listLedger, { params: { official } })).status).toBe(403);
  expect((await world.call('auditor', listLedger, { params: { official: 'nobody' } })).status).toBe(404);
  const nowhere = await world.call('auditor', listLedger, { params: { official }, query: { after: 'x' } });
  expect(nowhere).toMatchObject({ status: 422, body: { type: 'invalid' } });
});
