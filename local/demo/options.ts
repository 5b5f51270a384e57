import { parseArgs } from 'node:util';

const USAGE = `npm run demo -- [--json] [--seed N]
Shows eight lives of requests, from submission to their end, and reads them back; --seed N changes names, times and ids.
The data stays in DATA_DIR (else .data), beside what is there already. PORT (8787) must be free.`;

/** Something to be said to whoever typed the command; needs no stack. */
export class UsageError extends Error {}

export type Options = { readonly json: boolean; readonly seed: string };

/** Reads what stands behind the command. Throws `UsageError`, also for `--help`. */
export const readOptions = (args: readonly string[]): Options => {
  const { json = false, seed = '1', help = false } = parsed(args);
  if (help) throw new UsageError(USAGE);
  if (!/^\d{1,15}$/.test(seed)) throw new UsageError(`--seed must be a whole number, not ${seed}.\n\n${USAGE}`);
  return { json, seed };
};

const parsed = (args: readonly string[]) => {
  const boolean = { type: 'boolean' } as const;
  try {
    return parseArgs({ args: [...args], options: { json: boolean, seed: { type: 'string' }, help: boolean } }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'The options cannot be read.'}\n\n${USAGE}`);
  }
};
