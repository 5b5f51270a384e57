import { type Instant, plusSeconds, toMillis } from '../../domain/time.ts';
import type { Move } from './changes.ts';
import { GRACE_SECONDS, withoutHistory } from './rest.ts';
import { type Case, caseOf, clockOf, numbered, requestOf, type State, slotOf, waitOf } from './state.ts';
import type { World } from './world.ts';

/** Whoever is in the middle of something ends it before the clock moves on, or dies; but for this second before a deadline. */
const SECOND = 1000;

/** When the clock moves, and to when: only from one moment at which something becomes due to the next. */
export class Moments {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** A state in which nobody is in the middle of anything, without its history. */
  plain(state: State): State {
    if (state.actors.length > 0) return state;
    const isSharp = this.#stops(state).deadlines.includes(plusSeconds(clockOf(state.clock), 1));
    return withoutHistory(state, { isResting: this.isResting(state), isSharp });
  }

  isResting({ actors, cases, clock }: State): boolean {
    const now = clockOf(clock);
    const isAtWork = ({ phase, firesAt = '' }: Case['runs'][number]) => phase !== 'waiting' || firesAt <= now;
    return (
      actors.length === 0 &&
      !cases.some((id) => caseOf(id).runs.some(isAtWork) || this.isDue(id, now) || this.isSwept(id, now))
    );
  }

  /** Without the machine: something is due, and the duty may be called for it. */
  isDue(id: number, now: Instant): boolean {
    const request = this.#world.scenario.withoutMachine && requestOf(id);
    return request !== undefined && request.status !== 'closed' && request.until <= now;
  }

  /** The sweeper would look at the wait now. */
  isSwept(id: number, now: Instant): boolean {
    if (this.#world.plant.noSweeper || this.#world.scenario.withoutMachine) return false;
    const expectedBy = waitOf(id)?.expectedBy;
    return expectedBy !== undefined && plusSeconds(expectedBy, this.#grace) <= now;
  }

  get #grace(): number {
    return this.#world.scenario.impatient ? 0 : GRACE_SECONDS;
  }

  /** The clock moves to the next moment at which something becomes due, or to the second before it. */
  tick(state: State): Move | undefined {
    const now = clockOf(state.clock);
    const { deadlines, switches } = this.#stops(state);
    const next = [...deadlines, ...switches].filter((stop) => stop > now).toSorted()[0];
    if (next === undefined) return undefined;
    const far = toMillis(next) - toMillis(now);
    const isResting = this.isResting(state);
    if (!isResting && (far > SECOND || state.hurry > 0)) return undefined;
    const after = { ...state, clock: numbered(next), hurry: isResting ? 0 : state.hurry + 1 };
    return {
      says: `it is ${next}`,
      state: after,
      bad: [],
      isFair: true,
      isLong: deadlines.includes(next) && far > GRACE_SECONDS * SECOND,
    };
  }

  #switchOf(id: number): Instant[] {
    const { expectedBy } = waitOf(id) ?? {};
    return expectedBy === undefined ? [] : [plusSeconds(expectedBy, this.#grace)];
  }

  /** When something becomes due by itself, and when the sweeper looks again. */
  #stops({ cases, slot }: State): { deadlines: Instant[]; switches: Instant[] } {
    const { plant, scenario } = this.#world;
    const timers = cases.flatMap((id) => caseOf(id).runs.flatMap(({ firesAt }) => firesAt ?? []));
    const due = scenario.withoutMachine ? cases.flatMap((id) => requestOf(id)?.until ?? []) : [];
    const { holdUntil = [], freeFrom = [], openFrom = [], startsAt = [], endsAt = [] } = slotOf(slot) ?? {};
    const sharp = [timers, due, holdUntil].flat();
    const deadlines = [
      ...sharp.flatMap((stop) => [plusSeconds(stop, -1), stop]),
      ...[freeFrom, openFrom, startsAt, endsAt].flat(),
    ];
    const hasSwitch = !plant.noSweeper && !scenario.withoutMachine;
    return { deadlines, switches: cases.flatMap((id) => (hasSwitch ? this.#switchOf(id) : [])) };
  }
}
