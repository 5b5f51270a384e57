import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Waits } from '../../domain/ports/workflow.ts';
import { plusSeconds } from '../../domain/time.ts';
import { inTurns } from './in-turns.ts';

export type SweepNeeds = { readonly directory: Directory; readonly waits: Waits; readonly clock: Clock };

type Revived = Awaited<ReturnType<Waits['revive']>>;
/** How many waits were brought back, and by what; `failed` ones, of whom nobody could be asked, are looked at again soon. */
export type Swept = Readonly<Record<Revived | 'failed', number>>;

/** Whoever wrote last is given a minute to wake the execution by itself. */
const GRACE_SECONDS = 60;
/** After an outage there may be thousands; the next minute goes on. */
const MOST_PER_CITY = 500;

/** Looks, in every city, for waits that somebody should have moved by now, and brings their executions back in step. */
export const run = async ({ directory, waits, clock }: SweepNeeds): Promise<Swept> => {
  const swept = { 'in-step': 0, woken: 0, started: 0, replaced: 0, closed: 0, failed: 0 };
  for (const city of await directory.cities()) {
    const overdue = await waits.overdue(city, plusSeconds(clock.now(), -GRACE_SECONDS), MOST_PER_CITY);
    const outcomes = await inTurns(overdue, (id) => look(city, id, { waits, clock }));
    for (const outcome of outcomes) if (outcome) swept[outcome] += 1;
  }
  return swept;
};

const look = async (city: string, id: string, { waits, clock }: Omit<SweepNeeds, 'directory'>) => {
  if (!(await waits.claim(city, id, clock.now()))) return undefined;
  try {
    return await waits.revive(city, id);
  } catch (fault) {
    await waits.postpone(city, id, clock.now());
    throw fault;
  }
};
