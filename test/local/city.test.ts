import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { freePort } from './free-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'city-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const city = async (...args: string[]) => {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), PORT: String(await freePort()) };
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, ['local/city.ts', ...args], { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
};

test('a city is loaded by the operation that fills deployed systems, and may be loaded again', async () => {
  for (const _time of [1, 2]) {
    const { stdout, stderr } = await city('load', 'eastmere');
    expect([stdout, stderr]).toEqual([
      expect.stringContaining('eastmere: {"units":9,"officials":9,"topics":10,"users":53,"venues":10}'),
      '',
    ]);
  }
}, 120_000);

test('a city that contradicts itself is not loaded; every fault is named', async () => {
  const file = join(folder, 'torn.json');
  const [first, ...officials] = eastmere.officials;
  writeFileSync(file, JSON.stringify({ ...eastmere, officials: [{ ...first, unit: 'atlantis' }, ...officials] }));
  for (const act of ['check', 'load']) {
    const { code, stderr } = await city(act, file);
    expect([code, stderr]).toEqual([1, expect.stringContaining('names the unit atlantis, which does not exist')]);
  }
}, 60_000);

test('seeded cities fit, and what is no city is said to be none', async () => {
  expect((await city('check', 'tehran')).stdout).toMatch(/^tehran fits: \d+ units/);
  expect(await city('check', 'atlantis')).toMatchObject({ code: 1, stdout: '' });
  expect((await city('load', 'eastmere', '--to', 'http://127.0.0.1:9')).stderr).toContain('Nothing answers');
  expect((await city('burn', 'eastmere')).stderr).toContain('npm run city -- load CITY');
}, 60_000);

test('the holidays of a year are read from a file, shown, and taken over', async () => {
  const file = join(folder, 'holidays.csv');
  writeFileSync(file, 'date,name\n2028-05-01,May Day\n1407/02/13,"Long weekend"\n');
  const shown = await city('holidays', 'eastmere', file, '--year', '2028');
  expect([shown.stderr, shown.stdout]).toEqual(['', expect.stringContaining('"added":["2028-05-01","2028-05-02"]')]);
  expect(shown.stdout).toContain('Nothing has been changed');
  const taken = await city('holidays', 'eastmere', file, '--year', '2028', '--apply');
  expect([taken.stderr, taken.stdout]).toEqual(['', expect.stringContaining('eastmere: {"holidays":2,"job":')]);
  const again = await city('holidays', 'eastmere', file, '--year', '2028');
  expect(again.stdout).toContain('"added":[]');

  writeFileSync(file, '2027-02-29,Nowhere\n');
  const wrong = await city('holidays', 'eastmere', file, '--year', '2028');
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('rows.0.on')]);
}, 120_000);
