import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  DATA_VERSION,
  DataFolderError,
  dataFolderPath,
  openDataFolder,
  removeDataFolder,
} from '../../local/data-folder.ts';
import { newFolder } from './new-folder.ts';

const MODULE = resolve('local/data-folder.ts');

/** Another process that opens the folder and holds it until it is killed; gives its id. */
async function holder(path: string) {
  const code = `import { openDataFolder } from ${JSON.stringify(MODULE)};
    openDataFolder(${JSON.stringify(path)}); console.log('open'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((done) => child.stdout.once('data', done));
  const killed = () =>
    new Promise((done) => {
      child.once('exit', done);
      child.kill('SIGKILL');
    });
  return { pid: child.pid, killed };
}

/** Runs a script of `local/` and gives what it said. */
async function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const code = await new Promise((done) => child.once('close', done));
  return { code, output };
}

test('a new folder is made, stamped, and open to its owner only', () => {
  const path = join(newFolder(), 'a', '.data');
  const folder = openDataFolder(path);
  folder.close();
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(JSON.parse(readFileSync(join(path, 'stamp.json'), 'utf8'))).toEqual({
    product: 'public-meeting',
    version: DATA_VERSION,
  });
  expect(folder.at('table', 'x')).toBe(join(path, 'table', 'x'));
});

test('a folder that is open cannot be opened again, until it is closed', () => {
  const path = newFolder();
  const first = openDataFolder(path);
  expect(() => openDataFolder(path)).toThrow(DataFolderError);
  first.close();
  openDataFolder(path).close();
});

test('another process is named by its id; when it is killed, its lock is gone', async () => {
  const path = newFolder();
  const { pid, killed } = await holder(path);
  expect(() => openDataFolder(path)).toThrow(`in use by process ${pid} since`);
  expect(() => removeDataFolder(path)).toThrow(`in use by process ${pid} since`);
  await killed();
  openDataFolder(path).close();
});

test('data of another version is left alone, with a word on what to do', () => {
  const path = newFolder();
  openDataFolder(path).close();
  writeFileSync(join(path, 'stamp.json'), JSON.stringify({ product: 'public-meeting', version: DATA_VERSION + 1 }));
  expect(() => openDataFolder(path)).toThrow(`has version ${DATA_VERSION + 1}, this program needs ${DATA_VERSION}`);
  expect(removeDataFolder(path)).toBe(true);
});

test('a folder with something else in it is neither used nor deleted', () => {
  const path = newFolder();
  writeFileSync(join(path, 'holiday.jpg'), 'mine');
  expect(() => openDataFolder(path)).toThrow('is not a data folder of this program');
  expect(() => removeDataFolder(path)).toThrow('is not a data folder of this program');
  writeFileSync(join(path, 'stamp.json'), '{"product":"another"}');
  expect(() => removeDataFolder(path)).toThrow(DataFolderError);
  expect(readdirSync(path).sort()).toEqual(['holiday.jpg', 'stamp.json']);
});

test('a start or a deletion that a crash cut off locks nobody out', () => {
  const path = newFolder();
  writeFileSync(join(path, 'stamp.json.123.tmp'), '{');
  writeFileSync(join(path, 'lock.sqlite'), '');
  openDataFolder(path).close();
});

test('DATA_DIR says where the data is, else it is .data', () => {
  expect(dataFolderPath({ DATA_DIR: '/somewhere' })).toBe(resolve('/somewhere'));
  expect(dataFolderPath({})).toBe(resolve('.data'));
  expect(dataFolderPath({ DATA_DIR: '' })).toBe(resolve('.data'));
});

test('reset deletes the whole folder, and says so when there is none', async () => {
  const path = join(newFolder(), 'data');
  openDataFolder(path).close();
  mkdirSync(join(path, 'bucket'));
  writeFileSync(join(path, 'bucket', 'scan'), 'x');
  expect(await run(['local/reset.ts'], { DATA_DIR: path })).toEqual({ code: 0, output: `Deleted ${path}.\n` });
  expect(existsSync(path)).toBe(false);
  expect((await run(['local/reset.ts'], { DATA_DIR: path })).code).toBe(0);
});

test('reset refuses in two lines what is not ours', async () => {
  const path = newFolder();
  writeFileSync(join(path, 'holiday.jpg'), 'mine');
  const { code, output } = await run(['local/reset.ts'], { DATA_DIR: path });
  expect([code, output.trim().split('\n').length]).toEqual([1, 2]);
  expect(existsSync(join(path, 'holiday.jpg'))).toBe(true);
});

test('an older Node is turned away in two lines, before anything starts', async () => {
  const older = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`;
  const guard = ['--import', './local/require-node.mjs', '-e', 'console.log("started")'];
  const { code, output } = await run(['--import', older, ...guard]);
  expect([code, output.trim().split('\n').length]).toEqual([1, 2]);
  expect(output).toContain('needs Node 24 or newer; this is Node 20.20.2');
  expect(await run(guard)).toEqual({ code: 0, output: 'started\n' });
});
