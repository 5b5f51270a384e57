import { ticketOf } from '../../domain/ticket.ts';
import { ACTS, type ActName } from './acts.ts';
import { joined, type Move, removed, replaced, spent } from './changes.ts';
import { stateFaults } from './checks.ts';
import { type Begin, MachineMoves } from './machine-moves.ts';
import { Moments } from './moments.ts';
import { actorOf, caseOf, clockOf, leftOf, numbered, requestOf, type State } from './state.ts';
import { Steps } from './steps.ts';
import { REQUESTS } from './town.ts';
import type { World } from './world.ts';

/** All that can happen next in a state. */
export class Moves {
  readonly world: World;
  readonly moments: Moments;
  readonly #steps: Steps;
  readonly #machine: MachineMoves;

  constructor(world: World) {
    this.world = world;
    this.moments = new Moments(world);
    this.#steps = new Steps(world);
    this.#machine = new MachineMoves(world, this.#begin);
  }

  async from(state: State): Promise<Move[]> {
    const moves: Move[] = [];
    for (const which of [0, 1] as const) {
      if (which >= this.world.scenario.citizens) continue;
      moves.push(
        ...(await this.#acts(state, which)),
        ...(await this.#machine.from(state, which)),
        ...(await this.#duties(state, which)),
        ...(await this.#sweeps(state, which)),
      );
    }
    for (const actor of new Set(state.actors)) moves.push(...(await this.#actor(state, actor)));
    if ((leftOf(state.left).redeploy ?? 0) > 0) {
      moves.push({
        says: 'redeploy',
        state: { ...spent(state, 'redeploy'), deployed: state.deployed + 1 },
        bad: [],
        isFair: true,
      });
    }
    const tick = this.moments.tick(state);
    return (tick ? [...moves, tick] : moves).map((move) => {
      const after = this.moments.plain(move.state);
      return { ...move, state: after, bad: [...move.bad, ...stateFaults(after)] };
    });
  }

  #around(state: State, which: 0 | 1) {
    const { slot, deployed, cases } = state;
    return { kase: cases[which], other: cases[which === 0 ? 1 : 0], slot, deployed, clock: clockOf(state.clock) };
  }

  #begin: Begin = async (state, which, actor) => {
    const at = clockOf(state.clock);
    const around = this.#around(state, which);
    const stepped = await this.#steps.begin({ id: REQUESTS[which], at, ...actor, told: [] }, around);
    // The sweeper's claim is decided by its write, which names all that was read: to read before is to read then.
    const isClaim = actor.does === 'sweep' && stepped.actor !== undefined;
    const claimed = isClaim ? await this.#steps.step(stepped.actor, { ...around, ...stepped }) : stepped;
    return { state: joined(state, which, claimed), bad: [...stepped.bad, ...(isClaim ? claimed.bad : [])] };
  };

  async #acts(state: State, which: 0 | 1): Promise<Move[]> {
    const { scenario } = this.world;
    const left = leftOf(state.left);
    const busy = state.actors.filter(isServed).length;
    if (busy >= scenario.atOnce || left[`${REQUESTS[which]} decisions`] === 0) return [];
    const status = requestOf(state.cases[which])?.status ?? 'none';
    const moves: Move[] = [];
    for (const does of Object.keys(scenario.acts) as ActName[]) {
      const when: readonly string[] = ACTS[does].when;
      const right = `${REQUESTS[which]} ${does}`;
      if ((left[right] ?? 0) === 0 || !when.includes(status)) continue;
      const begun = await this.#begin(spent(spent(state, right), `${REQUESTS[which]} decisions`), which, { does });
      moves.push({ says: `${REQUESTS[which]}: ${does} begins`, ...begun, isFair: false });
    }
    return moves;
  }

  async #sweeps(state: State, which: 0 | 1): Promise<Move[]> {
    const sweeping = state.actors
      .map(actorOf)
      .filter(({ does, id }) => does === 'sweep' && id === REQUESTS[which]).length;
    if (sweeping >= (this.world.scenario.sweepersAtOnce ?? 1)) return [];
    if (!this.moments.isSwept(state.cases[which], clockOf(state.clock))) return [];
    return [
      {
        says: `${REQUESTS[which]}: the sweeper looks`,
        ...(await this.#begin(state, which, { does: 'sweep' })),
        isFair: true,
      },
    ];
  }

  /** Without the machine: whatever is due may be done, at any moment. */
  async #duties(state: State, which: 0 | 1): Promise<Move[]> {
    const request = requestOf(state.cases[which]);
    if (!request || !this.moments.isDue(state.cases[which], clockOf(state.clock))) return [];
    if (state.actors.map(actorOf).some(({ does, id }) => does === 'duty' && id === request.id)) return [];
    const begun = await this.#begin(state, which, { does: 'duty', ticket: ticketOf(request, 1) });
    return [{ says: `${request.id}: the duty is called`, ...begun, isFair: true }];
  }

  async #actor(state: State, id: number): Promise<Move[]> {
    const { id: name, does, run } = actorOf(id);
    const which = name === REQUESTS[0] ? 0 : 1;
    const without = { ...state, actors: removed(state.actors, id) };
    const next = await this.#steps.next(id);
    const call = 'call' in next ? next.call.command : '';
    const step = await this.#steps.step(id, this.#around(state, which));
    const moves: Move[] = [
      { says: `${name}: ${does}, ${call}`, state: joined(without, which, step), bad: step.bad, isFair: true },
    ];
    if ((leftOf(state.left).crash ?? 0) === 0) return moves;
    const kase = caseOf(state.cases[which]);
    const again = {
      ...kase,
      runs: kase.runs.map((one) => (does === 'duty' && one.run === run ? { ...one, phase: 'due' as const } : one)),
    };
    const dead = { ...without, cases: replaced(state.cases, which, numbered(again)) };
    moves.push({ says: `${name}: ${does} dies before ${call}`, state: spent(dead, 'crash'), bad: [], isFair: false });
    if (does === 'sweep' && /^SendTask|^StartExecution/.test(call)) {
      const lost = await this.#steps.step(id, this.#around(state, which), true);
      moves.push({
        says: `${name}: ${does}, ${call} is lost`,
        state: spent(joined(without, which, lost), 'crash'),
        bad: lost.bad,
        isFair: false,
      });
    }
    return moves;
  }
}

/** Somebody at a screen waits for the answer. */
const isServed = (id: number): boolean => !['sweep', 'duty'].includes(actorOf(id).does);
