import type { Violation } from './checks.ts';
import { type Left, leftOf, numbered, type State } from './state.ts';
import type { Stepped } from './steps.ts';

/** One way on: what happens, the state after it, and what was wrong with it. */
export type Move = {
  readonly says: string;
  readonly state: State;
  readonly bad: readonly Violation[];
  /** It happens by itself: nobody has to decide, and nothing has to go wrong. */
  readonly isFair: boolean;
  /** A deadline has to pass for it. */
  readonly isLong?: boolean;
};

/** The state with one of its two cases replaced. */
export const replaced = ([one, other]: State['cases'], which: 0 | 1, kase: number): State['cases'] =>
  which === 0 ? [kase, other] : [one, kase];

/** The state after somebody's step, with them in the middle of it unless it was their last. */
export const joined = (state: State, which: 0 | 1, { kase, slot, actor }: Stepped): State => ({
  ...{ ...state, cases: replaced(state.cases, which, kase), slot },
  actors: actor === undefined ? state.actors : [...state.actors, actor],
});

/** One of them less, even if others stand at the same point. */
export const removed = (actors: readonly number[], id: number): number[] =>
  actors.filter((_, index) => index !== actors.indexOf(id));

const spendings = new Map<string, number>();
/** One right less; what is not counted is never used up. */
export const spent = (state: State, right: string): State => {
  const left: Left = leftOf(state.left);
  const had = left[right];
  if (had === undefined) return state;
  const question = `${state.left} ${right}`;
  const after = spendings.get(question) ?? numbered({ ...left, [right]: had - 1 });
  spendings.set(question, after);
  return { ...state, left: after };
};
