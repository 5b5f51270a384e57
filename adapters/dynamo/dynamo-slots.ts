import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Hold, Slots } from '../../domain/ports/sessions.ts';
import type { Session } from '../../domain/session.ts';
import { slotIdsOf } from '../../domain/session-slots.ts';
import { isHeldBy, Slot } from '../../domain/slot.ts';
import type { Instant } from '../../domain/time.ts';
import type { CityTable } from './city-table.ts';
import { isThere } from './expression.ts';
import { slotKey } from './keys.ts';
import { heldForNow, isFree, isFreeForQueue, nobodyHasIt } from './slot-conditions.ts';

/** One item a slot, one conditional write a claim: that write alone says who has it. */
export class DynamoSlots implements Slots {
  readonly #table: CityTable;

  constructor(table: CityTable) {
    this.#table = table;
  }

  find(city: string, id: string): Promise<Slot | undefined> {
    return this.#table.get(slotKey(city, id), Slot, { strong: true });
  }

  of(session: Session): Promise<readonly Slot[]> {
    return this.#table.getAll(
      slotIdsOf(session).map((id) => slotKey(session.city, id)),
      Slot,
    );
  }

  async hold(
    city: string,
    slot: string,
    request: string,
    { at, until, forQueue = false }: Hold,
  ): Promise<Outcome<Slot>> {
    const held = await this.#table.update(
      slotKey(city, slot),
      {
        condition: `${heldForNow} OR (${forQueue ? isFreeForQueue : isFree})`,
        update: 'SET #holder = :request, #holdUntil = :until',
        values: { ':request': request, ':at': at, ':until': until },
      },
      Slot,
    );
    if (held.done) return agree(held.item);
    const isOwnForGood = held.item && isHeldBy(held.item, request);
    return held.item && isOwnForGood ? agree(held.item) : refuse('slot-gone', { slot });
  }

  async release(city: string, slot: string, request: string): Promise<void> {
    await this.#table.update(
      slotKey(city, slot),
      { condition: heldForNow, update: 'REMOVE #holder, #holdUntil', values: { ':request': request } },
      Slot,
    );
  }

  /** A closed slot is no longer there; closing it again changes nothing. */
  async close(city: string, slot: string, at: Instant): Promise<Outcome<void>> {
    return this.#table.write([
      {
        remove: slotKey(city, slot),
        when: { condition: nobodyHasIt, values: { ':at': at } },
        otherwise: refuse('slot-gone', { slot }),
      },
    ]);
  }

  async open(city: string, slot: string, at: Instant): Promise<void> {
    const condition = '#freeFrom > :at AND attribute_not_exists(#holder)';
    await this.#table.update(
      slotKey(city, slot),
      { condition, update: 'REMOVE #freeFrom', values: { ':at': at } },
      Slot,
    );
  }

  async shift({
    city,
    id,
    startsAt,
    endsAt,
    freeFrom,
  }: Pick<Slot, 'city' | 'id' | 'startsAt' | 'endsAt' | 'freeFrom'>): Promise<void> {
    const times = 'SET #startsAt = :startsAt, #endsAt = :endsAt';
    await this.#table.update(
      slotKey(city, id),
      {
        condition: isThere,
        update: freeFrom === undefined ? `${times} REMOVE #freeFrom` : `${times}, #freeFrom = :freeFrom`,
        values: { ':startsAt': startsAt, ':endsAt': endsAt, ...(freeFrom !== undefined && { ':freeFrom': freeFrom }) },
      },
      Slot,
    );
  }
}
