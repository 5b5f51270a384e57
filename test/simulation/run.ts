import './quiet.ts';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type OnProgress, simulateInThreads } from './in-threads.ts';
import { PLANTS, type Plant } from './plants.ts';
import { play } from './play.ts';
import { shrink } from './shrink.ts';
import { type Failure, type Simulated, scriptOf, simulate } from './simulate.ts';
import { newTally } from './tally.ts';
import { isViolation } from './violation.ts';

const USAGE = `npm run -s simulate -- [--seed N] [--lives N] [--minutes N] [--threads N] [--json]   lives of the city with faults, from a seed
npm run -s simulate -- --plants                         the faults that can be planted
npm run -s simulate -- --plant NAME [--json]            the same lives with that fault in the product
npm run -s simulate -- --seed N --world N [--plant NAME]  one world again, shortened if it fails, and told`;

/** A planted fault shows within so many lives. */
const LIVES_OF_A_PLANT = 2000;
const LIVES = 1200;

/** In so many lives everything happens that can. */
const ENOUGH_LIVES = 5000;
const PROGRESS_MS = 15_000;

const main = async (): Promise<void> => {
  const values = asked();
  const { seed, json, plant: name, world } = values;
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.plants) return list(json);
  const plant = name === undefined ? undefined : plantOf(name);
  const lives = whole('lives', values.lives ?? String(plant ? LIVES_OF_A_PLANT : LIVES), 1);
  const threads = whole('threads', values.threads, 1);
  const within = values.minutes === undefined ? undefined : whole('minutes', values.minutes, 1) * 60_000;
  if (world !== undefined) return replay(seed, whole('world', world, 0), plant);
  const startedAt = performance.now();
  const done = plant
    ? await simulate({ seed, lives, plant }, { stopAt: 1, within })
    : await simulateInThreads({ seed, lives, threads, within }, telling(lives));
  const livesPerSecond = Math.round((done.lives / (performance.now() - startedAt)) * 10_000) / 10;
  const again = done.failures.map((failure) => replayLine(failure, seed, name));
  print({ done, livesPerSecond, again }, json);
  const missing = [done.faults, done.checks].flatMap((counts) =>
    Object.entries(counts).flatMap(([name, times]) => (times === 0 ? [name] : [])),
  );
  if (!plant && missing.length > 0) console.error(`Never happened: ${missing.join(', ')}`);
  if (!plant && (done.failures.length > 0 || (missing.length > 0 && lives >= ENOUGH_LIVES))) process.exitCode = 1;
};

const asked = () => {
  try {
    return parseArgs({
      options: {
        seed: { type: 'string', default: '1' },
        lives: { type: 'string' },
        minutes: { type: 'string' },
        threads: { type: 'string', default: String(availableParallelism()) },
        world: { type: 'string' },
        plant: { type: 'string' },
        plants: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new RangeError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
};

const whole = (option: string, text: string, least: number): number => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least) throw new RangeError(`--${option} must be a whole number.\n${USAGE}`);
  return number;
};

/** Says on stderr how far a long run has come. */
const telling = (lives: number): OnProgress => {
  let toldAt = performance.now();
  return (lived, failures) => {
    if (performance.now() - toldAt < PROGRESS_MS) return;
    toldAt = performance.now();
    console.error(`${lived} of ${lives} lives, ${failures} violations`);
  };
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
