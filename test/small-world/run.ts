import '../simulation/quiet.ts';
import { parseArgs } from 'node:util';
import { firstState } from './begin.ts';
import { PLANTS } from './plants.ts';
import { SCENARIOS } from './scenarios.ts';
import { type Found, search } from './search.ts';
import { type Plant, type Scenario, worldOf } from './world.ts';

const USAGE = `npm run -s small-world -- [--scenario NAME[,NAME]] [--json]   everything that can happen in the small world
npm run -s small-world -- --plants [--json]                   the same search with one protection left out at a time`;

const { values } = parseArgs({
  options: {
    scenario: { type: 'string' },
    plants: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

type Line = Omit<Found, 'history'> & {
  readonly scenario: string;
  readonly seconds: number;
  readonly history?: readonly string[];
};

const searched = async (name: string, scenario: Scenario, plant?: Plant): Promise<Line> => {
  const startedAt = performance.now();
  const world = worldOf(scenario, plant);
  const { history, ...found } = await search(world, await firstState(world));
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  return { scenario: name, ...found, seconds, ...(found.violations > 0 && { history }) };
};

const told = (line: Line): void => {
  if (values.json) return;
  const { scenario, states, steps, exhausted, violations, late, seconds, history = [] } = line;
  console.log(`${scenario.padEnd(26)}${JSON.stringify({ states, steps, exhausted, violations, late, seconds })}`);
  for (const says of history) console.log(`    ${says}`);
};

const main = async (): Promise<void> => {
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const all: readonly (readonly [string, Scenario, Plant?])[] = values.plants
    ? Object.entries(PLANTS).map(([name, plant]) => [name, plant.scenario, plant] as const)
    : Object.entries(SCENARIOS);
  const wanted = values.scenario?.split(',') ?? all.map(([name]) => name);
  const unknown = wanted.find((name) => !all.some(([known]) => known === name));
  if (unknown !== undefined) throw new RangeError(`There is no ${unknown}.\n${USAGE}`);
  const lines: Line[] = [];
  for (const [name, scenario, plant] of all.filter(([name]) => wanted.includes(name))) {
    const line = await searched(name, scenario, plant);
    lines.push(line);
    told(line);
  }
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0);
  const total = {
    states: sum(({ states }) => states),
    steps: sum(({ steps }) => steps),
    exhausted: lines.every(({ exhausted }) => exhausted),
    violations: sum(({ violations }) => violations),
  };
  console.log(values.json ? JSON.stringify({ ...total, scenarios: lines }) : JSON.stringify(total));
  if (!values.plants && (total.violations > 0 || !total.exhausted)) process.exitCode = 1;
};

await main();
