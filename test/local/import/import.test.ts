import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { findCases, showCase } from '../../../contract/staff/case.ts';
import { countDesk, listDesk } from '../../../contract/staff/desk.ts';
import { listDirectory } from '../../../contract/staff/directory.ts';
import { ask } from '../../../local/api-client.ts';
import { staffTokens } from '../../../local/demo/sign-ins.ts';
import { openSystem, type System } from '../../../local/system.ts';
import { freePort } from '../free-port.ts';
import { ALL_300, FIRST_30, toCsv, typed } from './paper-file.ts';

const city = 'eastmere';
const folder = mkdtempSync(join(tmpdir(), 'import-'));
const data = join(folder, 'data');
const papers = join(folder, 'papers.csv');

let system: System;
let port: number;
let manager: { url: string; city: string; token: string };
let administrator: typeof manager;

beforeAll(async () => {
  port = await freePort();
  system = await openSystem({ folder: data, port });
  const tokenOf = staffTokens(system);
  manager = { url: system.url, city, token: await tokenOf(`${city}.manager.hq`) };
  administrator = { ...manager, token: await tokenOf(`${city}.administrator`) };
}, 120_000);
afterAll(async () => {
  await system.close();
  rmSync(folder, { recursive: true, force: true });
});

const Summary = z.object({
  rows: z.int(),
  registered: z.int(),
  known: z.int(),
  rejected: z.int(),
  reasons: z.record(z.string(), z.int()),
});

/** As in a terminal beside the running system, which the script finds by its data folder. */
const importing = (csv: string, ...args: string[]) => {
  writeFileSync(papers, csv);
  const env = { ...process.env, DATA_DIR: data, PORT: String(port) };
  const command = ['local/import.ts', '--file', papers, '--city', city, ...args];
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, command, { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
};
const imported = async (csv: string, ...args: string[]) => {
  const { stdout, stderr } = await importing(csv, '--json', ...args);
  if (stdout === '') throw new Error(stderr);
  return Summary.parse(JSON.parse(stdout));
};

/** The read units of an act; the least of three, because schedules and executions read in between. */
const readUnitsOf = async (act: () => Promise<unknown>): Promise<number> => {
  await system.settle();
  const costs = [];
  for (let time = 0; time < 3; time += 1) {
    system.consumed.reset();
    await act();
    costs.push(system.consumed.total().readUnits);
  }
  return Math.min(...costs);
};
const named = (name: string) => ask(findCases, { ...manager, body: { by: 'name', name } });
const costs = async () => ({
  firstPage: await readUnitsOf(() =>
    ask(listDesk, { ...manager, params: { pile: 'triage', of: 'harbour' }, query: { limit: 20 } }),
  ),
  search: await readUnitsOf(() => named('Zephyrine')),
});
/** As the administrator sees them, to whom they are never half a minute old. */
const unitIds = async (): Promise<string[]> => {
  const query = { limit: 100 };
  const { items } = await ask(listDirectory, { ...administrator, params: { kind: 'units' }, query });
  return items.flatMap((item) => ('id' in item ? [item.id] : []));
};
const onAllDesks = async (pile: 'triage' | 'meetings'): Promise<number> => {
  const counts = (await unitIds()).map((id) => ask(countDesk, { ...manager, params: { pile, of: id } }));
  return (await Promise.all(counts)).reduce((sum, { count }) => sum + count, 0);
};

test('a backlog is registered once, whatever its order, and costs its readers no more as it grows', async () => {
  expect(await imported(toCsv(FIRST_30))).toEqual({ rows: 30, registered: 30, known: 0, rejected: 0, reasons: {} });
  const before = await costs();

  expect(await imported(toCsv(ALL_300), '--make-units')).toEqual({
    ...{ rows: 300, registered: 258, known: 30, rejected: 12 },
    reasons: {
      ...{ 'date-before-2000': 5, 'applicant-empty': 3, 'official-empty': 2 },
      ...{ 'date-in-the-future': 1, 'date-unreadable': 1 },
    },
  });
  expect(await onAllDesks('triage')).toBe(288);
  expect(await costs()).toEqual(before);

  const shuffled = ALL_300.toSorted((a, b) => a.reason.localeCompare(b.reason));
  expect(await imported(toCsv(shuffled), '--make-units')).toMatchObject({ registered: 0, known: 288, rejected: 12 });
  const longer = [typed(7, { applicant: 'Newcomer' }), ...ALL_300];
  expect(await imported(toCsv(longer), '--make-units')).toMatchObject({ registered: 1, known: 288, rejected: 12 });
  expect(await onAllDesks('triage')).toBe(289);
}, 240_000);

test('equal rows are separate cases, of people of whom only the name is known', async () => {
  const row = typed(1, { applicant: 'Twofold', reason: '', date: '12-05-2015' });
  expect(await imported(toCsv([row, row]))).toMatchObject({ registered: 2 });
  const { items } = await named('Twofold');
  expect(items).toHaveLength(2);
  const shown = await ask(showCase, { ...manager, params: { id: items[0]?.id ?? '' } });
  expect(shown).toMatchObject({
    request: { status: 'submitted', channel: 'paper', receivedOn: { on: '2015-05-12', precision: 'day' } },
    content: { text: 'The paper names no reason.' },
    parties: [{ name: 'Twofold', verified: false, contacts: [] }],
    letters: [],
  });
}, 120_000);

test('meetings that were held go to the desk where outcomes are written', async () => {
  const rows = [typed(1, { applicant: 'Been There' })];
  expect(await imported(toCsv(rows), '--as', 'met')).toMatchObject({ registered: 1 });
  expect(await onAllDesks('meetings')).toBe(1);
}, 120_000);

test('units and officials that the city lacks are made only if that was asked for', async () => {
  const rows = [
    typed(1, { department: 'Office of Clouds', official: 'Keeper of Clouds' }),
    typed(2, { official: 'Harbour Dragon' }),
  ];
  const reasons = { 'unit-unknown': 1, 'official-unknown': 1 };
  expect(await imported(toCsv(rows))).toMatchObject({ registered: 0, reasons });
  expect(await imported(toCsv(rows), '--make-units')).toMatchObject({ registered: 2, rejected: 0 });
  expect(await unitIds()).toContain('office-of-clouds');
}, 120_000);

test('the rejected rows are listed in a file, by number and reason alone', async () => {
  const report = join(folder, 'report.csv');
  const { code, stdout } = await importing(toCsv([typed(1), typed(2, { date: '' })]), '--report', report);
  expect([code, stdout]).toEqual([0, expect.stringContaining(report)]);
  expect(readFileSync(report, 'utf8')).toBe('row,reason\n3,date-empty\n');
  expect(readdirSync(data).filter((name) => name.startsWith('import-report-')).length).toBeGreaterThan(0);
}, 120_000);

test('columns are found under the names that are given, and a missing one is named', async () => {
  const csv = 'Whom,Where,When,Who,What\nAlderman of Harbour Ward,Harbour Ward,2015-03,Applicant 1000,A matter\n';
  const { code, stderr } = await importing(csv);
  expect([code, stderr]).toEqual([1, expect.stringContaining('official (looked for under "official")')]);
  const columns = ['official=Whom', 'unit=Where', 'date=When', 'applicant=Who', 'text=What'];
  expect(await imported(csv, ...columns.flatMap((column) => ['--column', column]))).toMatchObject({ registered: 1 });
}, 120_000);

test('what cannot be imported is said in a sentence', async () => {
  for (const [args, sentence] of [
    [['--as', 'seen'], '--as is "met" or "submitted"'],
    [['--topic', 'weather'], 'There is no topic weather'],
    [['--user', 'clerk.nowhere'], 'The sign-in has refused eastmere.clerk.nowhere'],
    [['--user', 'auditor'], 'Registering was refused'],
    [['--make-units', '--administrator', 'auditor', '--column', 'unit=reason'], 'put-unit was refused (403'],
    [['--city', 'atlantis'], 'knows no city atlantis'],
    [['--to', 'http://127.0.0.1:9'], 'Nothing answers at http://127.0.0.1:9'],
  ] as const) {
    const { code, stderr } = await importing(toCsv(FIRST_30), ...args);
    expect([code, stderr]).toEqual([1, expect.stringContaining(sentence)]);
    expect(stderr).not.toContain('    at ');
  }
}, 120_000);
