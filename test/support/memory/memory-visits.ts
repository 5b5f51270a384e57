import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { Visits } from '../../../domain/ports/visits.ts';
import type { Visit } from '../../../domain/visit.ts';
import { keyOf, type MemoryHouse } from './memory-house.ts';

export class MemoryVisits implements Visits {
  readonly #house: MemoryHouse;

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  async ofDay(city: string, id: string) {
    const session = this.#house.sessions.get(keyOf(city, id));
    const visits = [...this.#house.visits.values()].filter((visit) => visit.city === city && visit.session === id);
    return session && { session, visits: visits.toSorted((a, b) => a.number - b.number) };
  }

  async save(visit: Visit): Promise<Outcome<Visit>> {
    const key = keyOf(visit.city, visit.session, String(visit.number));
    if ((this.#house.visits.get(key)?.version ?? 0) !== visit.version - 1) return refuse('changed-meanwhile');
    this.#house.visits.set(key, visit);
    return agree(visit);
  }
}
