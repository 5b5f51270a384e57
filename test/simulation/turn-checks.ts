import type { Change } from '../../domain/change.ts';
import type { Request } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import { keyOf, type MemoryHouse } from '../support/memory/memory-house.ts';
import type { Findings } from './violation.ts';

const MET = ['scheduled', 'met', 'in-follow-up', 'awaiting-confirmation'];

/** A request that was withdrawn remembers the turn that it gave up. */
const turnOf = (request: Request) =>
  MET.includes(request.status) || 'metAt' in request ? request.appointment : undefined;

/** Whether each turn is one person's, and comes free when it is given up. */
export class TurnChecks {
  readonly #house: MemoryHouse;
  readonly #findings: Findings;
  readonly #holders = new Map<string, string>();

  constructor(house: MemoryHouse, findings: Findings) {
    this.#house = house;
    this.#findings = findings;
  }

  written({ before, after }: Change, at: Instant): void {
    const slotOf = (id: string) => this.#house.slots.get(keyOf(after.city, id));
    const [had, has] = [turnOf(before), turnOf(after)];
    if (had && had.slot !== has?.slot) {
      const left = slotOf(had.slot);
      this.#holders.delete(had.slot);
      const isLost = left?.holder === after.id && left.startsAt > at;
      this.#findings.that('no-slot-lost', !isLost, () => `${after.id} left ${left?.id} and has it still`);
    }
    if (!has) return;
    const other = this.#holders.get(has.slot);
    const kept = slotOf(has.slot)?.holder;
    const isAlone = (other === undefined || other === after.id) && kept === after.id;
    this.#findings.that('slot-held-once', isAlone, () => `${has.slot} is ${after.id}'s, ${other}'s, and ${kept}'s`);
    this.#holders.set(has.slot, after.id);
  }

  atLast(at: Instant): void {
    for (const slot of this.#house.slots.values()) {
      if (slot.holder === undefined || slot.holdUntil !== undefined) continue;
      const holder = this.#house.cases.get(keyOf(slot.city, slot.holder))?.request;
      const uses = holder?.appointment?.slot === slot.id || holder?.status === 'closed' || slot.startsAt <= at;
      const says = () => `${slot.id} is held for good by ${slot.holder}, which is elsewhere`;
      this.#findings.that('no-slot-lost', uses, says);
    }
  }
}
