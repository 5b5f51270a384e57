import type { Plant } from './plants.ts';
import type { Script } from './script.ts';
import { violationIn } from './simulate.ts';
import { newTally } from './tally.ts';
import type { Invariant } from './violation.ts';

/** Playing costs; what is left after so many tries is short enough to be read. */
const MOST_TRIES = 150;

/** Leaves out lives, disasters, faults and last moments, one after another, as long as the same thing still goes wrong. */
export const shrink = async (script: Script, invariant: Invariant, plant: Plant | undefined): Promise<Script> => {
  let shortest = script;
  let tries = 0;
  const stillFails = async (candidate: Script): Promise<boolean> => {
    tries += 1;
    return (await violationIn(candidate, newTally(), plant))?.invariant === invariant;
  };
  for (let isShorter = true; isShorter && tries < MOST_TRIES; ) {
    isShorter = false;
    for (const candidate of shorterThan(shortest)) {
      if (tries >= MOST_TRIES) break;
      if (!(await stillFails(candidate))) continue;
      shortest = candidate;
      isShorter = true;
      break;
    }
  }
  return shortest;
};

/** The same script with less in it, the greatest steps first. A life that is left out keeps its number, with nothing to do. */
function* shorterThan({ lives, disasters }: Script): Generator<Script> {
  if (disasters.length > 0) yield { lives, disasters: [] };
  for (const [number, life] of lives.entries())
    if (life.moments.length > 0) yield { lives: lives.with(number, { ...life, moments: [] }), disasters };
  for (const number of disasters.keys()) yield { lives, disasters: disasters.toSpliced(number, 1) };
  for (const [number, life] of lives.entries()) {
    const half = life.moments.slice(0, Math.floor(life.moments.length / 2));
    if (life.moments.length > 1) yield { lives: lives.with(number, { ...life, moments: half }), disasters };
    if (life.moments.length > 1)
      yield { lives: lives.with(number, { ...life, moments: life.moments.slice(0, -1) }), disasters };
  }
  for (const [number, life] of lives.entries())
    for (const [at, { fault, machine, roll }] of life.moments.entries())
      if (fault || machine)
        yield { lives: lives.with(number, { ...life, moments: life.moments.with(at, { roll }) }), disasters };
}
