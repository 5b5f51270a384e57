import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { newFolder } from './new-folder.ts';

const token = (...args: string[]) =>
  spawnSync(process.execPath, ['local/token.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, PORT: '1', DATA_DIR: newFolder() },
  });

test.each([
  [[], 'Name an account'],
  [['eastmere.clerk.hq'], 'Nothing answers at http://127.0.0.1:1'],
])('The token of %j says what is missing', (args, says) => {
  const { status, stdout, stderr } = token(...args);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(says);
});
