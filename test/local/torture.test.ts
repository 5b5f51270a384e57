import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readOptions } from '../../local/torture/options.ts';

const repository = join(import.meta.dirname, '..', '..');
const torture = (...options: string[]) =>
  promisify(execFile)(process.execPath, ['local/torture.ts', ...options], { cwd: repository });

it('loses, tears and repeats nothing when the parts are killed twice under sixteen writers', {
  timeout: 120_000,
}, async () => {
  const { stdout } = await torture('--json', '--kills', '2', '--seed', '3');
  const result: unknown = JSON.parse(stdout);
  expect(result).toMatchObject({
    ...{ kills: 2, lostWrites: 0, wrongIndexRows: 0, tornUploads: 0, missedTimers: 0, duplicatedEffects: 0 },
  });
  const atLeast = (least: number) => expect.toSatisfy((count) => Number(count) >= least, `at least ${least}`);
  expect(result).toMatchObject({ acknowledged: atLeast(2000), uploads: atLeast(50), timers: atLeast(100) });
});

it.each([
  [['--kills', '0'], '--kills must be'],
  [['--kills', 'many'], '--kills must be'],
  [['--seed', '-1'], ''],
  [['--speed', '2'], '--speed'],
])('explains itself when it is told %s', (options, message) => {
  expect(() => readOptions(options)).toThrow(message);
});

it('kills twenty times unless it is told otherwise', () => {
  expect(readOptions(['--json'])).toEqual({ json: true, kills: 20, seed: '1' });
});
