import type { Tally } from './office.ts';
import type { Plant } from './plants.ts';
import { play } from './play.ts';
import { type Script, writeScript } from './script.ts';
import { newTally } from './tally.ts';
import { isViolation, type Violation } from './violation.ts';

/** So many lives share an office: enough that they stand in each other's way, few enough that a failing world can be read. */
const LIVES_OF_A_WORLD = 12;

/** A world in which something was that must never be. */
export type Failure = { readonly world: number; readonly violation: Violation };

export type Simulated = Tally & { readonly lives: number; readonly failures: readonly Failure[] };

/** The script of one world of a seed; whoever knows both plays it again. */
export const scriptOf = (seed: string, world: number, lives = LIVES_OF_A_WORLD): Script =>
  writeScript(`${seed}/${world}`, lives);

type Share = {
  readonly first?: number;
  readonly step?: number;
  readonly stopAt?: number;
  /** No world is begun after so many milliseconds. */
  readonly within?: number | undefined;
  /** Told after each world how many lives have been played here, and in how many worlds something was wrong. */
  readonly onWorld?: (sofar: { readonly lives: number; readonly failures: number }) => void;
};

/**
 * Plays world after world until there were so many lives, each to its end.
 *
 * @param first the first world, and how far it is to the next one, so that several threads share the worlds of a seed
 * @param stopAt ends after so many failures: a planted fault needs to be seen only once
 */
export const simulate = async (
  { seed, lives, plant }: { readonly seed: string; readonly lives: number; readonly plant?: Plant | undefined },
  { first = 0, step = 1, stopAt = 10, within = Number.POSITIVE_INFINITY, onWorld = () => {} }: Share = {},
): Promise<Simulated> => {
  const tally = newTally();
  const failures: Failure[] = [];
  let lived = 0;
  const startedAt = performance.now();
  const isTimeLeft = () => performance.now() - startedAt < within;
  for (let world = first; world * LIVES_OF_A_WORLD < lives && failures.length < stopAt && isTimeLeft(); world += step) {
    const here = Math.min(LIVES_OF_A_WORLD, lives - world * LIVES_OF_A_WORLD);
    const violation = await violationIn(scriptOf(seed, world, here), tally, plant);
    if (violation) failures.push({ world, violation });
    lived += here;
    onWorld({ lives: lived, failures: failures.length });
  }
  return { ...tally, lives: lived, failures };
};

/** Plays a script and tells what must not have happened in it; anything else that is thrown is thrown on. */
export const violationIn = async (
  script: Script,
  tally: Tally,
  plant: Plant | undefined,
): Promise<Violation | undefined> => {
  try {
    await play(script, tally, { plant });
    return undefined;
  } catch (error) {
    if (isViolation(error)) return error;
    throw error;
  }
};
