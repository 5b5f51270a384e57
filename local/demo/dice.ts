import { draw, seedFrom } from '../asl/random.ts';

/** Whole numbers from 0 up to below `sides`, the same row of them for the same text. */
export type Dice = (sides: number) => number;

export const diceOf = (text: string): Dice => diceFrom(seedFrom(text));

/** The same row for the same number, a whole one below 2 to the 32nd. */
export const diceFrom = (seed: number): Dice => {
  const state = { random: seed };
  return (sides) => Math.floor(draw(state) * sides);
};
