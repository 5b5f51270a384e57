import { parseArgs } from 'node:util';
import { CannotStart } from '../cannot-start.ts';

const USAGE = `npm run torture -- [--json] [--kills N] [--seed N]
Kills the embedded parts with kill -9 while sixteen writers are at them, N times (20), in a folder of its own, and reads
back all that was acknowledged. --seed N (1) changes what is written and when it is killed.`;

export type Options = { readonly json: boolean; readonly kills: number; readonly seed: string };

/** Reads what stands behind the command. Throws `CannotStart`, also for `--help`. */
export const readOptions = (args: readonly string[]): Options => {
  const { json = false, kills = '20', seed = '1', help = false } = parsed(args);
  if (help) throw new CannotStart(USAGE);
  if (!/^[1-9]\d{0,3}$/.test(kills)) throw new CannotStart(`--kills must be from 1 to 9999, not ${kills}.\n\n${USAGE}`);
  if (!/^\d{1,15}$/.test(seed)) throw new CannotStart(`--seed must be a whole number, not ${seed}.\n\n${USAGE}`);
  return { json, kills: Number(kills), seed };
};

const parsed = (args: readonly string[]) => {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  try {
    return parseArgs({ args: [...args], options: { json: flag, kills: text, seed: text, help: flag } }).values;
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : 'The options cannot be read.'}\n\n${USAGE}`);
  }
};
