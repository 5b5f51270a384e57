import type { Request } from '../../domain/request.ts';
import { toMillis } from '../../domain/time.ts';
import { type Dice, diceFrom } from '../../local/demo/dice.ts';
import { keyOf } from '../support/memory/memory-house.ts';
import type { Wanted } from './act-makers.ts';
import { CITY } from './city.ts';
import type { Plan } from './faults.ts';
import type { SimulatedOffice } from './office.ts';
import { type Log, MINUTE_MS, type PassingTime } from './passing-time.ts';
import { call, submission, twinOf } from './people.ts';
import type { Life, Moment } from './script.ts';
import { slotIn, wishOf } from './wishes.ts';

export type Person = {
  readonly number: number;
  readonly life: Life;
  at: number;
  moment: number;
  request: string | undefined;
};

/** The people of a world and what they do about their requests, each in their own time. */
export class Lives {
  readonly #office: SimulatedOffice;
  readonly #log: Log;
  readonly #people: readonly Person[];

  constructor(office: SimulatedOffice, log: Log, { lives, start }: { lives: readonly Life[]; start: number }) {
    this.#office = office;
    this.#log = log;
    this.#people = lives.map((life, number) => ({
      ...{ number, life, moment: 0, request: undefined },
      at: start + life.startsAfterMinutes * MINUTE_MS,
    }));
  }

  /** Who acts next. */
  next(): Person | undefined {
    let first: Person | undefined;
    for (const person of this.#people)
      if (person.moment < person.life.moments.length && (first === undefined || person.at < first.at)) first = person;
    return first;
  }

  /** One moment of a life: its request is looked at, something is done about it or not, and the next moment is set. */
  async live(person: Person, time: PassingTime): Promise<void> {
    const moment = person.life.moments[person.moment];
    if (!moment) return;
    person.moment += 1;
    const dice = diceFrom(moment.roll);
    if (moment.machine) this.#office.ahead.push(moment.machine);
    const wanted = person.request === undefined ? submission(person.number) : await this.#wishOf(person, dice);
    if (wanted) await this.#do(person, wanted, moment, dice, time);
    person.at = this.#nextMoment(person, dice, time.now);
  }

  /** Somebody acts while a function of the office waits. */
  async anybodyMeanwhile(time: PassingTime): Promise<void> {
    const dice = diceFrom(time.now % 2 ** 32);
    const others = this.#people.filter(({ request }) => request !== undefined);
    const person = others[dice(Math.max(1, others.length))];
    if (person) await this.#letAct(person, undefined, dice, time);
  }

  async #do(person: Person, wanted: Wanted, moment: Moment, dice: Dice, time: PassingTime): Promise<void> {
    const { underWay, machine, clock } = this.#office;
    const fault = moment.fault ?? raceFor(wanted, dice);
    const about = { id: person.request, life: person.number, key: keyOfAct(person) };
    const skewSeconds = dice(12) === 0 ? dice(3) - 1 : 0;
    const act = () =>
      this.#office.act(fault, { request: person.request, skewSeconds }, (needs) => call(wanted, about, needs));
    const ended = await act();
    const isRefused = ended.kind === 'done' && !ended.value.agreed;
    if (underWay.isAnyPaused || machine.isBehind) await this.#meanwhile(person, wanted, dice, time);
    else if (ended.kind !== 'done' ? dice(2) === 0 : !isRefused && dice(10) === 0) {
      person.request ??= this.#requestOf(person);
      await this.#again(person, wanted, about, ended.kind === 'done');
    }
    await time.afterwards();
    const who = wanted.caller === 'citizen' ? `citizen ${person.number}` : wanted.caller.username;
    const said = ended.kind === 'done' ? (ended.value.agreed ? 'done' : ended.value.reason) : ended.kind;
    const met = fault ? ` (${fault.kind})` : '';
    this.#log(`${clock.now()} ${who}: ${wanted.operation} of ${person.number}${met} → ${said}`);
    person.request ??= this.#requestOf(person);
  }

  /** The same call once more under its key: after a fault, or because somebody pressed twice. */
  async #again(person: Person, wanted: Wanted, about: Parameters<typeof call>[1], isDone: boolean): Promise<void> {
    const { checks, house, clock } = this.#office;
    const versionNow = () => house.cases.get(keyOf(CITY, person.request ?? ''))?.request.version ?? 0;
    const before = versionNow();
    this.#office.happened('call-repeated', person.request);
    await this.#office.act(undefined, {}, (needs) => call(wanted, about, needs));
    this.#log(`${clock.now()} ${wanted.operation} of ${person.number} again`);
    if (isDone && !isRepeatable(wanted)) checks.repeated(wanted.operation, { before, after: versionNow() });
  }

  /** While somebody's call is on its way, others act: often on the same request or for the very same turn. */
  async #meanwhile(person: Person, { body }: Wanted, dice: Dice, time: PassingTime): Promise<void> {
    const rivals = this.#rivalsOf(person);
    const rival = rivals[dice(Math.max(1, rivals.length))] ?? person;
    const coveted = slotIn(body);
    await this.#letAct(coveted === undefined && dice(3) === 0 ? person : rival, coveted, dice, time);
  }

  async #letAct(person: Person, coveted: string | undefined, dice: Dice, time: PassingTime): Promise<void> {
    if (!person.request) return;
    let wanted = await this.#wishOf(person, dice, coveted);
    for (let tries = 0; coveted !== undefined && slotIn(wanted?.body) !== coveted && tries < MOST_TRIES; tries += 1)
      wanted = await this.#wishOf(person, dice, coveted);
    const about = { id: person.request, life: person.number, key: `${keyOfAct(person)}-meanwhile` };
    if (!wanted) return;
    const ended = await this.#office.act(undefined, {}, (needs) => call(wanted, about, needs));
    this.#log(`${this.#office.clock.now()} meanwhile ${wanted.operation} of ${person.number} → ${ended.kind}`);
    await time.settle();
  }

  /** Who else waits for a turn of the same official, if anybody does. */
  #rivalsOf(person: Person): readonly Person[] {
    const official = this.#request(person)?.official;
    return this.#people.filter((other) => {
      const request = other === person ? undefined : this.#request(other);
      return request?.official === official && WANT_TURNS.includes(request?.status ?? '');
    });
  }

  #requestOf({ number }: Person): string | undefined {
    for (const { request, parties } of this.#office.house.cases.values())
      if (parties[0]?.name === `Citizen ${number}`) return request.id;
    return undefined;
  }

  #request(person: Person): Request | undefined {
    return person.request === undefined
      ? undefined
      : this.#office.house.cases.get(keyOf(CITY, person.request))?.request;
  }

  async #wishOf(person: Person, dice: Dice, coveted?: string): Promise<Wanted | undefined> {
    const request = this.#request(person);
    const twin = this.#people[twinOf(person.number)]?.request;
    return request && wishOf(this.#office, { request, twin, coveted }, dice);
  }

  #nextMoment(person: Person, dice: Dice, now: number): number {
    const request = this.#request(person);
    const soon = now + (1 + dice(30)) * MINUTE_MS;
    if (request?.status === 'scheduled' && dice(4) > 0) {
      return Math.max(toMillis(request.appointment.startsAt) + (1 + dice(30)) * MINUTE_MS, soon);
    }
    const kind = dice(6);
    if (kind === 0) return soon;
    return now + (kind === 5 ? dice(15 * 24 * 60) : dice(48 * 60)) * MINUTE_MS + 1;
  }
}

/** Turns are what people race for: whoever takes one is often held up between two calls. */
const raceFor = ({ body }: Wanted, dice: Dice): Plan | undefined =>
  slotIn(body) !== undefined && dice(3) === 0 ? { kind: 'delayed', call: 1 + dice(5) } : undefined;

const WANT_TURNS = ['waiting', 'offered', 'scheduled'];
/** Whoever covets a turn mostly reaches for it. */
const MOST_TRIES = 3;

/** What may be said twice, and then is written twice: a question, and an outcome or an order that is put right. */
const isRepeatable = ({ operation, body }: Wanted): boolean =>
  operation === 'ask-office' || ['outcome', 'order'].includes(Object(body).field);

const keyOfAct = ({ number, moment, request }: Person): string =>
  request === undefined ? `submission-of-${number}` : `act-${number}-${moment}`;
