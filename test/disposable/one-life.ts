import type { Outcome } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import { isFree, type Slot } from '../../domain/slot.ts';
import { type Instant, localDateOf, plusDays, plusMinutes } from '../../domain/time.ts';
import type { Wanted } from '../simulation/acts.ts';
import { CITY } from '../simulation/city.ts';
import { call, submission } from '../simulation/people.ts';
import type { MemoryCase } from '../support/memory/memory-house.ts';
import { ACTS, type ActName } from './acts.ts';
import { passTimeTo, type TimedOffice } from './pass-time.ts';

/** What happens next: somebody acts, the deadline passes by itself, or it is time for the turn. */
export type Step = ActName | 'deadline' | 'turn';

/** Between two acts. Whatever is lost meanwhile and looked for at once is found long before the next one. */
const BETWEEN_ACTS_MINUTES = 60;
/** When a deadline has passed, everything that follows from it has happened after so long. */
const AFTER_DEADLINE_MINUTES = 10;
const FIRST_SESSION_IN_DAYS = 10;

/** One request alone in an office, and all that is done to it. */
export class OneLife {
  readonly #office: TimedOffice;
  #nextAct: Instant;

  constructor(office: TimedOffice) {
    this.#office = office;
    this.#nextAct = office.clock.now();
  }

  static async submitted(office: TimedOffice): Promise<OneLife> {
    const life = new OneLife(office);
    await life.call(submission(0), 'submission');
    await life.rest();
    return life;
  }

  get kept(): MemoryCase {
    const [only] = this.#office.house.casesOf(CITY);
    if (!only) throw new Error('Nothing was submitted');
    return only;
  }

  get request(): Request {
    return this.kept.request;
  }

  /** Takes the step, with all that follows from it. What is refused, or changes nothing, was not meant so. */
  async take(step: Step): Promise<void> {
    const { version, until, appointment, status } = this.request;
    if (step === 'deadline') await passTimeTo(this.#office, plusMinutes(until, AFTER_DEADLINE_MINUTES));
    else if (step === 'turn') await passTimeTo(this.#office, appointment?.startsAt ?? this.#office.clock.now());
    else {
      await passTimeTo(this.#office, this.#nextAct);
      const outcome = await this.call(await this.wanted(step), `${step} ${version}`);
      if (!outcome.agreed) throw new Error(`${step} is refused while ${status}: ${JSON.stringify(outcome)}`);
    }
    await this.rest();
    if (step !== 'turn' && this.request.version === version) throw new Error(`Nothing came of ${step} while ${status}`);
  }

  /** What follows from the last step at once happens; the next one comes later. */
  async rest(): Promise<void> {
    await passTimeTo(this.#office, this.#office.clock.now());
    this.#nextAct = plusMinutes(this.#office.clock.now(), BETWEEN_ACTS_MINUTES);
  }

  /** What an operation is called with; a session is planned beforehand if a turn is needed and none is free. */
  async wanted(name: ActName): Promise<Wanted> {
    const office = this.#office.ports.directory.dataOf(CITY);
    if (!office) throw new Error(`There is no city ${CITY}`);
    if (WANT_A_TURN.includes(name) && this.#free().length === 0)
      await this.call(await this.wanted('plan-session'), `session ${this.#office.house.sessions.size}`);
    const on = plusDays(
      localDateOf(this.#office.clock.now(), office.city.timeZone),
      FIRST_SESSION_IN_DAYS + this.#office.house.sessions.size,
    );
    return ACTS[name]({ request: this.request, office, free: this.#free(), on });
  }

  /** @param key the same for the same call, however often it is made */
  call(wanted: Wanted, key: string): Promise<Outcome<unknown>> {
    const id = wanted.operation === 'submit-request' ? undefined : this.request.id;
    return call(wanted, { id, life: 0, key }, this.#office.ports);
  }

  #free(): Slot[] {
    const { house, clock } = this.#office;
    return [...house.slots.values()]
      .filter((slot) => slot.official === this.request.official && isFree(slot, clock.now()))
      .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  }
}

const WANT_A_TURN: readonly ActName[] = ['give-turn', 'offer', 'pick-slot', 'move-appointment', 'move-turn'];
