import './quiet.ts';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { simulateInThreads } from './in-threads.ts';
import { PLANTS, type Plant } from './plants.ts';
import { play } from './play.ts';
import { shrink } from './shrink.ts';
import { type Failure, type Simulated, scriptOf, simulate } from './simulate.ts';
import { newTally } from './tally.ts';
import { isViolation } from './violation.ts';

const USAGE = `npm run -s simulate -- [--seed N] [--lives N] [--threads N] [--json]   lives of the city with faults, from a seed
npm run -s simulate -- --plants                         the faults that can be planted
npm run -s simulate -- --plant NAME [--json]            the same lives with that fault in the product
npm run -s simulate -- --seed N --world N [--plant NAME]  one world again, shortened if it fails, and told`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    lives: { type: 'string' },
    threads: { type: 'string', default: String(availableParallelism()) },
    world: { type: 'string' },
    plant: { type: 'string' },
    plants: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** A planted fault shows within so many lives. */
const LIVES_OF_A_PLANT = 2000;
const LIVES = 1200;

const main = async (): Promise<void> => {
  const { seed, json, plant: name, world } = values;
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.plants) return list(json);
  const plant = name === undefined ? undefined : plantOf(name);
  const lives = Number(values.lives ?? (plant ? LIVES_OF_A_PLANT : LIVES));
  if (!Number.isInteger(lives) || lives < 1) throw new RangeError(`--lives must be a whole number.\n${USAGE}`);
  const threads = Number(values.threads);
  if (!Number.isInteger(threads) || threads < 1) throw new RangeError(`--threads must be a whole number.\n${USAGE}`);
  if (world !== undefined) return replay(seed, Number(world), plant);
  const startedAt = performance.now();
  const done = plant
    ? await simulate({ seed, lives, plant }, { stopAt: 1 })
    : await simulateInThreads(seed, lives, threads);
  const livesPerSecond = Math.round((done.lives / (performance.now() - startedAt)) * 10_000) / 10;
  const again = done.failures.map((failure) => replayLine(failure, seed, name));
  print({ done, livesPerSecond, again }, json);
  if (done.failures.length > 0 && !plant) process.exitCode = 1;
};

const list = (json: boolean): void => {
  if (json) console.log(JSON.stringify(Object.keys(PLANTS)));
  else for (const [name, { says }] of Object.entries(PLANTS)) console.log(`${name.padEnd(34)}${says}`);
};

const plantOf = (name: string): Plant => {
  const plant = PLANTS[name];
  if (!plant) throw new RangeError(`No fault is called ${name}.\n${USAGE}`);
  return plant;
};

const replayLine = ({ world }: Failure, seed: string, plant: string | undefined): string =>
  `npm run -s simulate -- --seed ${seed} --world ${world}${plant === undefined ? '' : ` --plant ${plant}`}`;

const print = (
  { done, livesPerSecond, again }: { done: Simulated; livesPerSecond: number; again: readonly string[] },
  json: boolean,
): void => {
  const { lives, faults, checks, failures } = done;
  if (json) {
    const replay = failures.map(({ violation }, number) => ({ found: violation.message, replay: again[number] }));
    const found = { lives, faults, checks, violations: failures.length, livesPerSecond, replay };
    console.log(JSON.stringify(found, null, 2));
    return;
  }
  console.log(`${lives} lives, ${livesPerSecond} a second, ${failures.length} violations`);
  console.log('faults', faults, 'checks', checks);
  for (const [number, { violation }] of failures.entries()) console.log(`! ${violation.message}\n  ${again[number]}`);
};

/** Plays a world once more; one that fails is made as short as it can be, and told line by line. */
const replay = async (seed: string, world: number, plant: Plant | undefined): Promise<void> => {
  const whole = scriptOf(seed, world);
  try {
    await play(whole, newTally(), { plant });
    console.log('Nothing went wrong in this world.');
  } catch (error) {
    if (!isViolation(error)) throw error;
    const shortest = await shrink(whole, error.invariant, plant);
    await play(shortest, newTally(), { plant, log: (line) => console.log(line) }).catch((found: unknown) =>
      console.log(`! ${found instanceof Error ? found.message : found}`),
    );
    process.exitCode = 1;
  }
};

try {
  await main();
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
