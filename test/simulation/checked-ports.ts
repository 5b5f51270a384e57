import type { Change } from '../../domain/change.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Carrier, Message, Sent } from '../../domain/ports/carriers.ts';
import type { Request } from '../../domain/request.ts';
import type { Opening } from '../../domain/submission.ts';
import type { Instant } from '../../domain/time.ts';
import type { MemoryHouse } from '../support/memory/memory-house.ts';
import { MemoryRequests } from '../support/memory/memory-requests.ts';
import type { Checks } from './checks.ts';

/** Requests in memory, each write looked at as soon as it is done. */
export class CheckedRequests extends MemoryRequests {
  readonly #house: MemoryHouse;
  readonly #checks: Checks;
  readonly #isDuty: boolean;

  /** @param isDuty whether they are those of the duty, which only ever writes when a deadline has passed */
  constructor(house: MemoryHouse, checks: Checks, { isDuty = false } = {}) {
    super(house);
    this.#house = house;
    this.#checks = checks;
    this.#isDuty = isDuty;
  }

  override async add(opening: Opening, limits: { limited: boolean }): Promise<Outcome<Request>> {
    const added = await super.add(opening, limits);
    if (added.agreed) this.#checks.added(added.value, opening.events.length);
    return added;
  }

  override async replace(change: Change): Promise<Outcome<Request>> {
    const written = await super.replace(change);
    if (written.agreed) this.#checks.written(change, this.#house.clock.now(), this.#isDuty);
    return written;
  }
}

/** Delivers nothing, and shows each message as it leaves. */
export class CheckedCarrier implements Carrier {
  readonly #checks: Checks;
  readonly #now: () => Instant;
  #sent = 0;

  constructor(checks: Checks, now: () => Instant) {
    this.#checks = checks;
    this.#now = now;
  }

  async send(message: Message): Promise<Sent> {
    this.#checks.letters.sent(message, this.#now());
    this.#sent += 1;
    return { ok: true, id: `message-${this.#sent}` };
  }
}
