import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { Sessions } from '../../../domain/ports/sessions.ts';
import type { Session } from '../../../domain/session.ts';
import type { Slot } from '../../../domain/slot.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf, type MemoryHouse } from './memory-house.ts';

export class MemorySessions implements Sessions {
  readonly #house: MemoryHouse;

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  async find(city: string, id: string): Promise<Session | undefined> {
    return this.#house.sessions.get(keyOf(city, id));
  }

  async list(city: string, official: string, from: Instant, limit: number): Promise<readonly Session[]> {
    return [...this.#house.sessions.values()]
      .filter((session) => session.city === city && session.official === official && session.startsAt >= from)
      .toSorted((a, b) => (a.startsAt + a.id < b.startsAt + b.id ? -1 : 1))
      .slice(0, limit);
  }

  async add(session: Session, slots: readonly Slot[]): Promise<Outcome<Session>> {
    if (this.#house.sessions.has(keyOf(session.city, session.id))) return refuse('already-recorded');
    const isNthOfDay = ({ city, official, on, ofDay }: Session) =>
      [city, official, on, ofDay].join() === [session.city, session.official, session.on, session.ofDay].join();
    if ([...this.#house.sessions.values()].some(isNthOfDay)) return refuse('changed-meanwhile');
    this.#house.sessions.set(keyOf(session.city, session.id), session);
    for (const slot of slots) this.#house.slots.set(keyOf(slot.city, slot.id), slot);
    return agree(session);
  }

  async replace(session: Session): Promise<Outcome<Session>> {
    const key = keyOf(session.city, session.id);
    if (this.#house.sessions.get(key)?.version !== session.version - 1) return refuse('changed-meanwhile');
    this.#house.sessions.set(key, session);
    return agree(session);
  }
}
