import { execFile } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATA_VERSION, openDataFolder } from '../../local/data-folder.ts';
import { newFolder } from './new-folder.ts';

const repository = join(import.meta.dirname, '..', '..');

/** `npm start` that must give up: its exit code and what it says, without one line of a stack. */
const start = (folder: string, ...options: string[]) =>
  new Promise<{ code: unknown; said: string }>((resolve) => {
    const env = { ...process.env, DATA_DIR: folder };
    execFile(process.execPath, ['local/start.ts', ...options], { cwd: repository, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code, said: `${stdout}${stderr}` }),
    );
  });

test('a second process on the same folder is told who has it, and what to do', async () => {
  const path = newFolder();
  const first = openDataFolder(path);
  const { code, said } = await start(path);
  first.close();
  expect(code).toBe(1);
  expect(said).toContain(`The data in ${path} is in use by process ${process.pid} since`);
  expect(said).toContain('Stop that one first, or set DATA_DIR to another folder.');
  expect(said).not.toContain('    at ');
});

test('data of another version is left alone, with a word on what to do', async () => {
  const path = newFolder();
  const stamp = JSON.stringify({ product: 'public-meeting', version: DATA_VERSION + 1 });
  writeFileSync(join(path, 'stamp.json'), stamp);
  const { code, said } = await start(path);
  expect(code).toBe(1);
  expect(said).toContain(`has version ${DATA_VERSION + 1}, this program needs ${DATA_VERSION}.`);
  expect(said).toContain('npm run reset');
  expect(said).not.toContain('    at ');
  expect(readdirSync(path)).toEqual(['stamp.json']);
});

test.each([['--clock-speed=0'], ['--clock-speed=fast'], ['--clock-speed=1e9'], ['--faster']])(
  '%s is turned away before anything is written',
  async (option) => {
    const path = join(newFolder(), 'data');
    const { code, said } = await start(path, option);
    expect(code).toBe(1);
    expect(said.trim()).toBe('npm start -- [--clock-speed N], with a number N above 0, at most 100000.');
    expect(existsSync(path)).toBe(false);
  },
);
