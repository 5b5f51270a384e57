import { backOff, soonAgain } from '../../../domain/back-off.ts';
import type { Waits } from '../../../domain/ports/workflow.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf, type MemoryHouse } from './memory-house.ts';

/** The sweeper's view of the wait items. No execution stands behind them: reviving starts one, or finds the request closed. */
export class MemoryWaits implements Waits {
  readonly revived: string[] = [];
  readonly #house: MemoryHouse;

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  async overdue(city: string, until: Instant, limit: number): Promise<readonly string[]> {
    return this.#house
      .casesOf(city)
      .flatMap(({ request, wait }) =>
        wait.expectedBy !== undefined && wait.expectedBy <= until ? [{ id: request.id, by: wait.expectedBy }] : [],
      )
      .toSorted((a, b) => a.by.localeCompare(b.by))
      .slice(0, limit)
      .map(({ id }) => id);
  }

  async claim(city: string, id: string, at: Instant): Promise<boolean> {
    const wait = this.#house.cases.get(keyOf(city, id))?.wait;
    if (wait?.expectedBy === undefined || wait.expectedBy > at) return false;
    wait.expectedBy = backOff(wait.sweeps, at);
    wait.sweeps += 1;
    return true;
  }

  async postpone(city: string, id: string, at: Instant): Promise<void> {
    const wait = this.#house.cases.get(keyOf(city, id))?.wait;
    if (wait?.expectedBy === undefined || wait.sweeps === 0) return;
    wait.expectedBy = soonAgain(at);
    wait.sweeps -= 1;
  }

  async revive(city: string, id: string): Promise<'started' | 'closed'> {
    const wait = this.#house.cases.get(keyOf(city, id))?.wait;
    if (wait === undefined || wait.step === 'closed') return 'closed';
    this.revived.push(id);
    return 'started';
  }
}
