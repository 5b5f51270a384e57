import type { Instant } from '../../domain/time.ts';
import type { Move } from './changes.ts';
import { replaced, spent } from './changes.ts';
import type { Violation } from './checks.ts';
import { begunTask, killed, timedOut } from './runs.ts';
import { type Actor, caseOf, clockOf, leftOf, numbered, type State, waitOf } from './state.ts';
import { Memory } from './texts.ts';
import { REQUESTS } from './town.ts';
import type { World } from './world.ts';

export type Begin = (
  state: State,
  which: 0 | 1,
  actor: Omit<Actor, 'id' | 'at' | 'told'>,
) => Promise<Pick<Move, 'state' | 'bad'>>;

type Run = ReturnType<typeof caseOf>['runs'][number];

/** What the state machine may do next: its tasks, its timers, and what may befall it. */
export class MachineMoves {
  readonly #world: World;
  readonly #begin: Begin;
  /** What tasks come to, by case, run and moment. */
  readonly #tasks = new Memory<{ kase: number; hasLeftToken: boolean }>();

  constructor(world: World, begin: Begin) {
    this.#world = world;
    this.#begin = begin;
  }

  async from(state: State, which: 0 | 1): Promise<Move[]> {
    const moves: Move[] = [];
    for (const run of caseOf(state.cases[which]).runs) {
      if ((leftOf(state.left).kill ?? 0) > 0) moves.push(this.#kill(state, which, run));
      if (run.phase === 'waiting' && (run.firesAt ?? '') <= clockOf(state.clock))
        moves.push(await this.#timer(state, which, run));
      if (run.phase === 'due') moves.push(...(await this.#task(state, which, run)));
    }
    return moves;
  }

  #kill(state: State, which: 0 | 1, run: Run): Move {
    const kase = numbered(killed(caseOf(state.cases[which]), run));
    const after = spent({ ...state, cases: replaced(state.cases, which, kase) }, 'kill');
    return { says: `${told(which, run)} is killed`, state: after, bad: [], isFair: false };
  }

  async #timer(state: State, which: 0 | 1, run: Run): Promise<Move> {
    const id = state.cases[which];
    const { kase } = await this.#tasks.get(`${id} ${run.run}`, async () => {
      const after = await timedOut(caseOf(id), run, this.#world);
      return { kase: numbered(after), hasLeftToken: false };
    });
    const after = { ...state, cases: replaced(state.cases, which, kase) };
    return { says: `${told(which, run)} times out`, state: after, bad: [], isFair: true };
  }

  async #task(state: State, which: 0 | 1, run: Run): Promise<Move[]> {
    const now = clockOf(state.clock);
    const { kase, hasLeftToken } = await this.#done(state.cases[which], run, { now, isLost: false });
    const after = { ...state, cases: replaced(state.cases, which, kase) };
    const isDuty = caseOf(kase).runs.some((one) => one.run === run.run && one.phase === 'working');
    if (isDuty) {
      const begun = await this.#begin(after, which, { does: 'duty', run: run.run, ticket: run.ticket });
      return [{ says: `${told(which, run)} begins`, ...begun, isFair: true }];
    }
    const isOld = hasLeftToken && run.run !== waitOf(state.cases[which])?.run;
    const bad: Violation[] = isOld ? ['replaced-run-left-token'] : [];
    const done: Move = { says: `${told(which, run)} is done`, state: after, bad, isFair: true };
    if (!hasLeftToken || (leftOf(state.left).crash ?? 0) === 0) return [done];
    const { kase: lost } = await this.#done(state.cases[which], run, { now, isLost: true });
    const without = spent({ ...state, cases: replaced(state.cases, which, lost) }, 'crash');
    return [done, { says: `${told(which, run)}: its answer is lost`, state: without, bad, isFair: false }];
  }

  #done(id: number, run: Run, { now, isLost }: { now: Instant; isLost: boolean }) {
    return this.#tasks.get(`${id} ${run.run} ${now} ${isLost}`, async () => {
      const done = await begunTask(caseOf(id), run, { now, isLost, world: this.#world });
      return { ...done, kase: numbered(done.kase) };
    });
  }
}

const told = (which: 0 | 1, { run, state }: Run): string => `${REQUESTS[which]}: run ${run}, ${state}`;
