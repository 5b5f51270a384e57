import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, expect, test } from 'vitest';
import { ledgerHeadKey, ledgerLineKey } from '../../adapters/dynamo/keys.ts';
import { chainOf, type LedgerEntry, type LedgerLine, NO_LINES } from '../../domain/ledger.ts';
import { sha256 } from '../../functions/scheduled/chain-ledger.ts';
import { TABLE_NAME } from '../../local/cloud.ts';
import { openSystem } from '../../local/system.ts';
import { openTable } from '../../local/table/open-table.ts';
import { freePort } from './free-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ledger = async (...args: string[]) => {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), PORT: String(await freePort()) };
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, ['local/ledger.ts', ...args], { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
};

const POST = { city: 'eastmere', official: 'harbour-alderman' };
const entry: LedgerEntry = {
  ...{ at: '2026-06-08T09:30:00.000Z', act: 'given', reason: 'scheduled', by: 'staff', code: '•••7K3' },
  ...{ waitingSince: '2026-06-01T09:30:00.000Z', urgent: false, holds: ['slot-1'], leaves: [] },
};

/** Writes lines past the system, as whoever has the file can. */
const store = (lines: readonly LedgerLine[], head: { number: number; hash: string } | undefined): void => {
  const table = openTable({ folder: join(folder, 'data', 'table'), clock: { now: () => Date.now() } });
  for (const line of lines) {
    const Item = marshall({ ...ledgerLineKey(POST, line.number), ...line });
    table.execute('PutItem', { TableName: TABLE_NAME, Item });
  }
  if (head) table.execute('PutItem', { TableName: TABLE_NAME, Item: marshall({ ...ledgerHeadKey(POST), ...head }) });
  table.close();
};

/** The day's schedules run, as they do when the system is up. */
const moveToTomorrow = async (): Promise<void> => {
  const system = await openSystem({ folder: join(folder, 'data'), port: 0 });
  await system.moveClockTo(system.now() + 25 * 60 * 60_000);
  await system.close();
};

test('verify proves the ledgers of all posts of a city, and names the line that somebody changed', async () => {
  const unwritten = await ledger('verify', '--city', 'eastmere');
  expect([unwritten.code, unwritten.stderr]).toEqual([0, '']);
  expect(unwritten.stdout.trim().split('\n')).toHaveLength(9);
  expect(unwritten.stdout).toContain('harbour-alderman: whole; 0 lines, head none, 0 days noted');

  const lines = chainOf(POST, NO_LINES, [entry, { ...entry, act: 'released' }, entry], sha256);
  const [first, second, third] = lines;
  if (!first || !second || !third) throw new Error('There are three lines');
  store(lines, { number: 3, hash: third.hash });
  const whole = await ledger('verify', '--city', 'eastmere', '--official', POST.official);
  expect([whole.code, whole.stdout.trim()]).toEqual([
    0,
    `${POST.official}: whole; 3 lines, head ${third.hash}, 0 days noted`,
  ]);

  store([{ ...second, urgent: true }], undefined);
  const edited = await ledger('verify', '--city', 'eastmere', '--official', POST.official);
  expect([edited.code, edited.stdout]).toEqual([1, expect.stringContaining('EDITED: line 2 is altered')]);
}, 120_000);

test('verify finds by the days that were noted what the chain alone cannot show: all of it written anew', async () => {
  const entries = [entry, entry, entry];
  const told = chainOf(POST, NO_LINES, entries, sha256);
  store(told, { number: 3, hash: told[2]?.hash ?? '' });
  await moveToTomorrow();
  const whole = await ledger('verify', '--city', 'eastmere', '--official', POST.official);
  expect([whole.code, whole.stdout]).toEqual([0, expect.stringMatching(/whole; 3 lines, head .*, 1 days noted/)]);

  const anew = chainOf(POST, NO_LINES, [{ ...entry, urgent: true }, entry, entry], sha256);
  store(anew, { number: 3, hash: anew[2]?.hash ?? '' });
  const rewritten = await ledger('verify', '--city', 'eastmere', '--official', POST.official);
  expect([rewritten.code, rewritten.stdout]).toEqual([1, expect.stringContaining('REWRITTEN: line 3 is another one')]);
}, 120_000);

test('verify says what it wants, and what it may not read', async () => {
  expect(await ledger('verify')).toMatchObject({ code: 1, stderr: expect.stringContaining('--city CITY') });
  const unknown = await ledger('verify', '--city', 'eastmere', '--official', 'nobody');
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('404 not-found') });
}, 60_000);
