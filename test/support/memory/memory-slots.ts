import { agree, type Outcome, refuse } from '../../../domain/outcome.ts';
import type { Hold, Slots } from '../../../domain/ports/sessions.ts';
import type { Session } from '../../../domain/session.ts';
import { slotIdsOf } from '../../../domain/session-slots.ts';
import { isFree, isFreeForQueue, type Slot } from '../../../domain/slot.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf, type MemoryHouse } from './memory-house.ts';

export class MemorySlots implements Slots {
  readonly #house: MemoryHouse;

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  async find(city: string, id: string): Promise<Slot | undefined> {
    return this.#house.slots.get(keyOf(city, id));
  }

  async of(session: Session): Promise<readonly Slot[]> {
    return slotIdsOf(session).flatMap((id) => this.#house.slots.get(keyOf(session.city, id)) ?? []);
  }

  async hold(city: string, id: string, request: string, { at, until, forQueue = false }: Hold): Promise<Outcome<Slot>> {
    const slot = this.#house.slots.get(keyOf(city, id));
    if (slot === undefined) return refuse('slot-gone', { slot: id });
    const isOwn = slot.holder === request;
    if (isOwn && slot.holdUntil === undefined) return agree(slot);
    const isThere = forQueue ? isFreeForQueue : isFree;
    if (!isOwn && !isThere(slot, at)) return refuse('slot-gone', { slot: id });
    const held = { ...slot, holder: request, holdUntil: until };
    this.#house.slots.set(keyOf(city, id), held);
    return agree(held);
  }

  async release(city: string, id: string, request: string): Promise<void> {
    const slot = this.#house.slots.get(keyOf(city, id));
    if (slot?.holder !== request || slot.holdUntil === undefined) return;
    const { holder: _, holdUntil: __, ...free } = slot;
    this.#house.slots.set(keyOf(city, id), free);
  }

  async close(city: string, id: string, at: Instant): Promise<Outcome<void>> {
    const slot = this.#house.slots.get(keyOf(city, id));
    const isTaken = slot?.holder !== undefined && (slot.holdUntil === undefined || slot.holdUntil > at);
    if (isTaken) return refuse('slot-gone', { slot: id });
    this.#house.slots.delete(keyOf(city, id));
    return agree(undefined);
  }

  async open(city: string, id: string, at: Instant): Promise<void> {
    const slot = this.#house.slots.get(keyOf(city, id));
    if (slot?.freeFrom === undefined || slot.freeFrom <= at || slot.holder !== undefined) return;
    const { freeFrom: _, ...open } = slot;
    this.#house.slots.set(keyOf(city, id), open);
  }

  async shift({ city, id, ...times }: Parameters<Slots['shift']>[0]): Promise<void> {
    const slot = this.#house.slots.get(keyOf(city, id));
    if (!slot) return;
    const { freeFrom: _, ...rest } = slot;
    const { startsAt, endsAt, freeFrom } = times;
    this.#house.slots.set(keyOf(city, id), { ...rest, startsAt, endsAt, ...(freeFrom !== undefined && { freeFrom }) });
  }
}
