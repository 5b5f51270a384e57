import type { Move } from './changes.ts';
import { isWell, type Violation } from './checks.ts';
import { Moves } from './moves.ts';
import { rowOf, type State, stateOf } from './state.ts';
import { sameNamed } from './symmetry.ts';
import type { World } from './world.ts';

/** What a search through a whole world has come to. */
export type Found = {
  readonly states: number;
  readonly steps: number;
  /** Nothing new was reachable; false if the search was ended before. */
  readonly exhausted: boolean;
  readonly violations: number;
  readonly kinds: Partial<Readonly<Record<Violation, number>>>;
  /** States from which a deadline has to pass before all is well again: nobody is told of a run that was killed. */
  readonly late: number;
  /** The shortest way to what was found first. */
  readonly history: readonly string[];
};

const WIDTH = 7;

/** Rows of numbers, each once: the number of a row is its place. Compared in full, so that no two states are ever taken for one. */
class Rows {
  #rows = new Int32Array(WIDTH * 1024);
  #places = new Int32Array(4096).fill(-1);
  count = 0;

  at(index: number): Int32Array {
    return this.#rows.subarray(index * WIDTH, (index + 1) * WIDTH);
  }

  /** @returns the place, below zero (`~place`) if the row is new */
  add(row: readonly number[]): number {
    const slot = this.#slotOf(row);
    const known = this.#places[slot] ?? -1;
    if (known >= 0) return known;
    if ((this.count + 1) * WIDTH > this.#rows.length) this.#grow();
    this.#rows.set(row, this.count * WIDTH);
    this.#places[slot] = this.count;
    this.count += 1;
    if (this.count * 2 > this.#places.length) this.#rehash();
    return ~(this.count - 1);
  }

  #slotOf(row: ArrayLike<number>): number {
    let hash = 17;
    for (let at = 0; at < WIDTH; at += 1) hash = Math.imul(hash ^ (row[at] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    const mask = this.#places.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = this.#places[slot] ?? -1;
      if (place < 0 || this.#isAt(place, row)) return slot;
    }
  }

  #isAt(place: number, row: ArrayLike<number>): boolean {
    for (let at = 0; at < WIDTH; at += 1) if (this.#rows[place * WIDTH + at] !== row[at]) return false;
    return true;
  }

  #grow(): void {
    const larger = new Int32Array(this.#rows.length * 2);
    larger.set(this.#rows);
    this.#rows = larger;
  }

  #rehash(): void {
    this.#places = new Int32Array(this.#places.length * 2).fill(-1);
    for (let index = 0; index < this.count; index += 1) this.#places[this.#slotOf(this.at(index))] = index;
  }
}

/** Numbers in the order in which they came, without the cost of objects. */
class Numbers {
  #values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }
}

type Limits = {
  readonly states?: number;
  readonly stopAtFirst?: boolean;
  readonly log?: (states: number, waiting: number) => void;
};

/** Breadth first through everything that can happen, until nothing new is reachable. */
export const search = async (
  world: World,
  start: State,
  { states = 5e7, stopAtFirst = false, log }: Limits = {},
): Promise<Found> => {
  const moves = new Moves(world);
  const rows = new Rows();
  const parents = new Numbers();
  /** Fair moves as pairs: to, from; of long ones `from` is written `~from`. */
  const ways = new Numbers();
  const bad = new Map<Violation, { count: number; history: readonly string[] }>();
  let steps = 0;
  const pathTo = async (index: number, last: Move): Promise<string[]> => [
    ...(await historyOf(index, { moves, rows, parents })),
    last.says,
  ];

  rows.add(rowOf(sameNamed(moves.moments.plain(start), world)));
  parents.push(-1);
  let at = 0;
  for (; at < rows.count && rows.count < states && !(stopAtFirst && bad.size > 0); at += 1) {
    for (const move of await moves.from(stateOf(rows.at(at)))) {
      steps += 1;
      const place = rows.add(rowOf(sameNamed(move.state, world)));
      const to = place < 0 ? ~place : place;
      if (place < 0) parents.push(at);
      if (move.isFair && to !== at) {
        ways.push(to);
        ways.push(move.isLong ? ~at : at);
      }
      for (const kind of new Set(move.bad)) {
        const known = bad.get(kind);
        if (known) known.count += 1;
        else bad.set(kind, { count: 1, history: await pathTo(at, move) });
      }
    }
    if (at % 10_000 === 0) log?.(rows.count, rows.count - at);
  }
  const exhausted = at === rows.count;
  let late = 0;
  if (exhausted && !world.scenario.withoutMachine) {
    const lost = withoutWay(rows, ways, { overDeadlines: true });
    const waiting = withoutWay(rows, ways, { overDeadlines: false });
    late = waiting.length - lost.length;
    if (process.env.LATE && waiting[0] !== undefined)
      console.log('LATE', await historyOf(waiting[0], { moves, rows, parents }));
    const [first] = lost;
    if (first !== undefined)
      bad.set('stuck', { count: lost.length, history: await historyOf(first, { moves, rows, parents }) });
  }
  const kinds = Object.fromEntries([...bad].map(([kind, { count }]) => [kind, count]));
  const histories = [...bad.values()].map(({ history }) => history).toSorted((a, b) => a.length - b.length);
  const violations = [...bad.values()].reduce((sum, { count }) => sum + count, 0);
  return { states: rows.count, steps, exhausted, violations, kinds, late, history: histories[0] ?? [] };
};

/** The states from which no sequence of fair moves leads to one in which all is well. */
const withoutWay = (rows: Rows, ways: Numbers, { overDeadlines }: { overDeadlines: boolean }): number[] => {
  const first = new Int32Array(rows.count).fill(-1);
  const next = new Int32Array(ways.length / 2);
  for (let way = 0; way * 2 < ways.length; way += 1) {
    const to = ways.at(way * 2);
    if (ways.at(way * 2 + 1) < 0 && !overDeadlines) continue;
    next[way] = first[to] ?? -1;
    first[to] = way;
  }
  const isFound = new Uint8Array(rows.count);
  const waiting: number[] = [];
  const find = (index: number) => {
    if (isFound[index] === 1) return;
    isFound[index] = 1;
    waiting.push(index);
  };
  for (let index = 0; index < rows.count; index += 1) {
    const { cases, actors } = stateOf(rows.at(index));
    if (actors.length === 0 && cases.every(isWell)) find(index);
  }
  for (let found = waiting.pop(); found !== undefined; found = waiting.pop()) {
    for (let way = first[found] ?? -1; way >= 0; way = next[way] ?? -1) {
      const from = ways.at(way * 2 + 1);
      find(from < 0 ? ~from : from);
    }
  }
  return Array.from(isFound.keys()).filter((index) => isFound[index] === 0);
};

type Seen = { readonly moves: Moves; readonly rows: Rows; readonly parents: Numbers };

/** How a state was reached first, told move by move. */
const historyOf = async (index: number, { moves, rows, parents }: Seen): Promise<string[]> => {
  const history: string[] = [];
  for (let to = index, from = parents.at(to); from >= 0; to = from, from = parents.at(to)) {
    const all = await moves.from(stateOf(rows.at(from)));
    const wanted = rows.at(to).join();
    history.unshift(all.find(({ state }) => rowOf(sameNamed(state, moves.world)).join() === wanted)?.says ?? '?');
  }
  return history;
};
