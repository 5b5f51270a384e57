import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { DayOf, Sessions } from '../../../domain/ports/sessions.ts';
import type { Session } from '../../../domain/session.ts';
import type { Slot } from '../../../domain/slot.ts';
import type { Instant, LocalDate } from '../../../domain/time.ts';
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

  async onDay(city: string, of: DayOf, on: LocalDate): Promise<readonly Session[]> {
    const prefix = dayOf(city, of, on);
    const claims = [...this.#house.sessionDays].filter(([claim]) => claim.startsWith(prefix));
    return claims.flatMap(([, id]) => this.#house.sessions.get(keyOf(city, id)) ?? []);
  }

  async attendedBy(city: string, post: string, on: LocalDate): Promise<readonly Session[]> {
    const sitsIn = ({ attendees = [] }: Session) => attendees.some((one) => 'post' in one && one.post === post);
    return [...this.#house.sessions.values()].filter((one) => one.city === city && one.on === on && sitsIn(one));
  }

  async add(session: Session, slots: readonly Slot[]): Promise<Outcome<Session>> {
    if (this.#house.sessions.has(keyOf(session.city, session.id))) return refuse('already-recorded');
    if (!this.#claimPlace(session)) return refuse('changed-meanwhile');
    this.#house.sessions.set(keyOf(session.city, session.id), session);
    for (const slot of slots) this.#house.slots.set(keyOf(slot.city, slot.id), slot);
    this.#mark(session);
    return agree(session);
  }

  async rearrange(before: Session, after: Session): Promise<Outcome<Session>> {
    if (this.#house.sessions.get(keyOf(after.city, after.id))?.version !== before.version)
      return refuse('changed-meanwhile');
    return this.#claimPlace(after, before) ? this.replace(after) : refuse('changed-meanwhile');
  }

  #claimPlace(session: Session, before?: Session): boolean {
    const held = before ? claimsOf(before) : [];
    const claims = claimsOf(session).filter((claim) => !held.includes(claim));
    if (claims.some((claim) => this.#house.sessionDays.has(claim))) return false;
    for (const claim of claims) this.#house.sessionDays.set(claim, session.id);
    return true;
  }

  async replace(session: Session): Promise<Outcome<Session>> {
    const key = keyOf(session.city, session.id);
    if (this.#house.sessions.get(key)?.version !== session.version - 1) return refuse('changed-meanwhile');
    this.#house.sessions.set(key, session);
    this.#mark(session);
    return agree(session);
  }

  #mark({ city, official, id, version, publishesAt = '' }: Session): void {
    this.#house.looks.set(keyOf(city, official, `session#${id}#${version}`), publishesAt);
  }
}

const dayOf = (city: string, of: DayOf, on: LocalDate): string =>
  keyOf(city, 'official' in of ? `official ${of.official}` : `venue ${of.venue}`, on, '');

const claimsOf = (session: Session): string[] => [
  `${dayOf(session.city, { official: session.official }, session.on)}${session.ofDay}`,
  ...(session.ofVenueDay === undefined
    ? []
    : [`${dayOf(session.city, { venue: session.venue }, session.on)}${session.ofVenueDay}`]),
];
