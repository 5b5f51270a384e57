import { actorOf, type Left, leftOf, numbered, type State, slotItemsOf, texts } from './state.ts';
import { REQUESTS } from './town.ts';
import type { World } from './world.ts';

/**
 * The two citizens are interchangeable: of a state and the one in which they have changed their names, only one is kept.
 * The two members of the staff have no names to begin with.
 */
export const sameNamed = (state: State, { scenario }: World): State => {
  if (scenario.citizens === 1) return state;
  const [one, other] = state.cases;
  const first = orderOf(one);
  const second = orderOf(other);
  if (first < second) return state;
  const renamed = exchanged(state);
  return first > second || compare(renamed, state) < 0 ? renamed : state;
};

const [A, B] = REQUESTS.map((name) => name.slice(0, 4));
const exchange = (text: string): string =>
  text
    .replaceAll(A ?? '', '\u0000')
    .replaceAll(B ?? '', A ?? '')
    .replaceAll('\u0000', B ?? '');

/** The same number for a case whoever it is about. */
const orders = new Map<number, number>();
const orderOf = (id: number): number => {
  const known = orders.get(id);
  if (known !== undefined) return known;
  const order = Math.min(id, other(id));
  orders.set(id, order);
  return order;
};

const others = new Map<number, number>();
const kept = (id: number, find: () => number): number => {
  const known = others.get(id) ?? find();
  others.set(id, known);
  return known;
};
const other = (id: number): number => kept(id, () => texts.idOf(inOrder(exchange(texts.textOf(id)))));

/** Items lie in the order of their places, which the names are part of. */
const inOrder = (text: string): string => {
  const kase = JSON.parse(text);
  if (typeof kase !== 'object' || kase === null || !('items' in kase)) return text;
  return JSON.stringify({
    ...kase,
    items: Object.fromEntries(Object.entries(kase.items).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  });
};

const otherActor = (id: number): number =>
  kept(id, () => {
    const actor = actorOf(id);
    const told = actor.told.map(([answer, at]) => [texts.idOf(exchange(texts.textOf(answer))), at]);
    return numbered({ ...JSON.parse(exchange(JSON.stringify(actor))), told });
  });

const otherLeft = (id: number): number =>
  kept(id, () => {
    const left: Left = leftOf(id);
    return numbered(Object.fromEntries(Object.keys(left).map((right) => [right, left[exchange(right)] ?? 0])));
  });

const exchanged = (state: State): State => ({
  ...state,
  cases: [other(state.cases[1]), other(state.cases[0])],
  slot: Object.keys(slotItemsOf(state.slot)).length === 0 ? state.slot : other(state.slot),
  actors: state.actors.map(otherActor),
  left: otherLeft(state.left),
});

const compare = (one: State, other: State): number => {
  const [a, b] = [one, other].map(({ cases, slot, actors, left }) => [
    ...cases,
    slot,
    left,
    ...actors.toSorted((x, y) => x - y),
  ]);
  for (const [index, value] of (a ?? []).entries()) {
    const difference = value - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};
