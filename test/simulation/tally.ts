import { INVARIANTS } from './checks.ts';
import { FAULTS } from './faults.ts';
import type { Tally } from './office.ts';

/** Nothing has happened yet. */
export const newTally = (): Tally => ({
  faults: Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Tally['faults'],
  checks: Object.fromEntries(INVARIANTS.map((invariant) => [invariant, 0])) as Tally['checks'],
});
