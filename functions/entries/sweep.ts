import { countEvents } from '../count-events.ts';
import { parseEnv, SweepEnv } from '../env.ts';
import { run, type Swept } from '../scheduled/sweep.ts';
import { sweepNeeds } from '../wiring/sweep-needs.ts';

const needs = sweepNeeds(parseEnv(SweepEnv));

/** Repairs are normally none: whoever wrote has woken the execution within a minute. */
export const handler = async (): Promise<Swept> => {
  const swept = await run(needs);
  countEvents({ SweeperRepairs: swept.woken + swept.started + swept.replaced, SweeperFailures: swept.failed });
  return swept;
};
