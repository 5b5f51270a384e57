import { countEvents } from '../count-events.ts';
import { AllocateTurnsEnv, parseEnv } from '../env.ts';
import { run } from '../scheduled/allocate-turns.ts';
import { allocateNeeds } from '../wiring/allocate-needs.ts';
import { whenCalled } from '../wiring/when-called.ts';

export const handler = whenCalled(async () => {
  const needs = await allocateNeeds(parseEnv(AllocateTurnsEnv));
  return async () => {
    const sums = await run(needs);
    countEvents({ TurnsOffered: sums.offered, AllocationFailures: sums.failed });
    return sums;
  };
});
