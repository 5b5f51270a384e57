import { draw, seedFrom } from '../asl/random.ts';

/** Whole numbers from 0 up to below `sides`, the same row of them for the same text. */
export type Dice = (sides: number) => number;

export const diceOf = (text: string): Dice => {
  const state = { random: seedFrom(text) };
  return (sides) => Math.floor(draw(state) * sides);
};
