import '../simulation/quiet.ts';
import { describe, expect, test } from 'vitest';
import { firstState } from './begin.ts';
import { PLANTS } from './plants.ts';
import { SCENARIOS } from './scenarios.ts';
import { search } from './search.ts';
import { type Plant, type Scenario, worldOf } from './world.ts';

const searched = async (scenario: Scenario, plant?: Plant, limits = {}) => {
  const world = worldOf(scenario, plant);
  return search(world, await firstState(world), limits);
};

/** The parts of the world that are small enough for every run of the tests; `run.ts` searches all of them. */
const PARTS: Readonly<Record<string, Scenario>> = {
  'a request that comes in while its process dies': { ...SCENARIOS['two-crashes'], crashes: 1 },
  'an order that is renewed when it is due': { ...SCENARIOS.order, acts: { renew: 1 } },
  'two citizens and one turn': SCENARIOS.booking,
};

describe('Everything that can happen in the small world', () => {
  test.each(Object.entries(PARTS))(
    'is searched to its end and breaks nothing: %s',
    async (_, scenario) => {
      const { states, exhausted, violations, history } = await searched(scenario);
      expect({ exhausted, violations, history }).toEqual({ exhausted: true, violations: 0, history: [] });
      expect(states).toBeGreaterThan(1000);
      console.info(JSON.stringify({ states, exhausted, violations }));
    },
    120_000,
  );
});

describe('A protection that is left out', () => {
  test.each(Object.keys(PLANTS))(
    'is missed by the same search: %s',
    async (name) => {
      const plant = PLANTS[name];
      if (!plant) throw new Error('It is planted');
      const stopAtFirst = plant.shows !== 'stuck' && plant.shows !== 'late';
      const { kinds, late } = await searched(plant.scenario, plant, { stopAtFirst });
      expect({ ...kinds, late }[plant.shows]).toBeGreaterThan(0);
    },
    120_000,
  );
});
