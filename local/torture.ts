import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { readOptions } from './torture/options.ts';
import { type Result, torment } from './torture/torment.ts';

/** `npm run torture`: kill -9 under sixteen writers. Progress and faults go to stderr, the result to stdout. */
const torture = async (): Promise<boolean> => {
  const { json, kills, seed } = readOptions(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'torture-'));
  const result = await torment({ folder, kills, seed, tell: (line) => console.error(line) });
  const { lostWrites, wrongIndexRows, tornUploads, missedTimers, duplicatedEffects } = result;
  const isWell = lostWrites + wrongIndexRows + tornUploads + missedTimers + duplicatedEffects === 0;
  if (isWell) rmSync(folder, { recursive: true });
  else console.error(`The data is kept in ${folder}`);
  console.log(json ? JSON.stringify(result, null, 2) : inWords(result));
  return isWell;
};

const inWords = ({ kills, acknowledged, uploads, timers, cutOff, calls, ...faults }: Result): string =>
  [
    `${kills} kills, ${acknowledged} writes acknowledged, ${uploads} uploads, ${timers} timers (${calls} calls).`,
    `${cutOff} calls were cut off.`,
    ...Object.entries(faults).map(([fault, count]) => `  ${fault.padEnd(18)} ${count}`),
  ].join('\n');

// Writers that wait for a process which is not started again would wait for ever: whatever broke off, it is over now.
try {
  process.exit((await torture()) ? 0 : 1);
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exit(1);
}
