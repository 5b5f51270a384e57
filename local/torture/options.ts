import { parseArgs } from 'node:util';

const USAGE = `npm run torture -- [--json] [--kills N] [--seed N]
Kills the embedded parts with kill -9 while sixteen writers are at them, N times (20), in a folder of its own, and reads
back all that was acknowledged. --seed N (1) changes what is written and when it is killed.`;

/** Something to be said to whoever typed the command; needs no stack. */
export class UsageError extends Error {}

export type Options = { readonly json: boolean; readonly kills: number; readonly seed: string };

/** Reads what stands behind the command. Throws `UsageError`, also for `--help`. */
export const readOptions = (args: readonly string[]): Options => {
  const { json = false, kills = '20', seed = '1', help = false } = parsed(args);
  if (help) throw new UsageError(USAGE);
  if (!/^[1-9]\d{0,3}$/.test(kills)) throw new UsageError(`--kills must be from 1 to 9999, not ${kills}.\n\n${USAGE}`);
  if (!/^\d{1,15}$/.test(seed)) throw new UsageError(`--seed must be a whole number, not ${seed}.\n\n${USAGE}`);
  return { json, kills: Number(kills), seed };
};

const parsed = (args: readonly string[]) => {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  try {
    return parseArgs({ args: [...args], options: { json: flag, kills: text, seed: text, help: flag } }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'The options cannot be read.'}\n\n${USAGE}`);
  }
};
