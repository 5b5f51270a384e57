import './quiet.ts';
import { describe, expect, test } from 'vitest';
import { PLANTS } from './plants.ts';
import { play } from './play.ts';
import type { Script } from './script.ts';
import { shrink } from './shrink.ts';
import { scriptOf, simulate } from './simulate.ts';
import { newTally } from './tally.ts';
import { INVARIANTS, isViolation } from './violation.ts';

/** Nothing is measured here: a busy machine may take its time. */
const LONG_MS = 600_000;

const momentsOf = ({ lives }: Script) => lives.reduce((sum, { moments }) => sum + moments.length, 0);

describe('Lives of the city, with faults', () => {
  test(
    'break no invariant, and every invariant is looked at',
    async () => {
      const { failures, checks, faults } = await simulate({ seed: 'test', lives: 200 }, { stopAt: 1 });
      expect(failures.map(({ violation }) => violation.message)).toEqual([]);
      expect(INVARIANTS.filter((invariant) => checks[invariant] === 0)).toEqual([]);
      expect(Object.values(faults).reduce((sum, times) => sum + times, 0)).toBeGreaterThan(200);
    },
    LONG_MS,
  );

  test(
    'go the same way each time they are played',
    async () => {
      const story = async () => {
        const lines: string[] = [];
        await play(scriptOf('twice', 0), newTally(), { log: (line) => lines.push(line) });
        return lines;
      };
      expect(await story()).toEqual(await story());
    },
    LONG_MS,
  );
});

/** Where a fault shows soonest, if not among the first lives of the first seed. */
const SEEDS: Readonly<Record<string, string>> = { 'lease-stall': '2' };

describe('A planted fault', () => {
  test.each(Object.keys(PLANTS))(
    'is found: %s',
    async (name) => {
      const plant = PLANTS[name];
      const { failures } = await simulate({ seed: SEEDS[name] ?? '1', lives: 2000, plant }, { stopAt: 1 });
      expect(failures).toHaveLength(1);
    },
    LONG_MS,
  );

  test(
    'is told by a history that is much shorter than the world it was found in, and still shows it',
    async () => {
      const plant = PLANTS['slot-not-released'];
      const [failure] = (await simulate({ seed: '1', lives: 2000, plant }, { stopAt: 1 })).failures;
      if (!failure) throw new Error('It was found');
      const whole = scriptOf('1', failure.world);
      const shortest = await shrink(whole, failure.violation.invariant, plant);
      expect(momentsOf(shortest)).toBeLessThan(momentsOf(whole) / 5);
      const again = await play(shortest, newTally(), { plant }).catch((error: unknown) => error);
      expect(isViolation(again)).toBe(true);
    },
    LONG_MS,
  );
});
