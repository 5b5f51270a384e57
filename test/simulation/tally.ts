import { FAULTS } from './faults.ts';
import type { Tally } from './office.ts';
import { INVARIANTS } from './violation.ts';

/** Nothing has happened yet. */
export const newTally = (): Tally => ({
  faults: Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Tally['faults'],
  checks: Object.fromEntries(INVARIANTS.map((invariant) => [invariant, 0])) as Tally['checks'],
});

/** What was counted in several threads. */
export const sumOf = (tallies: readonly Tally[]): Tally => {
  const sum = newTally();
  for (const { faults, checks } of tallies) {
    for (const fault of FAULTS) sum.faults[fault] += faults[fault];
    for (const invariant of INVARIANTS) sum.checks[invariant] += checks[invariant];
  }
  return sum;
};
