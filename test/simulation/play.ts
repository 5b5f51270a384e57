import * as z from 'zod/mini';
import type { Request } from '../../domain/request.ts';
import { isFree } from '../../domain/slot.ts';
import { executionName } from '../../domain/ticket.ts';
import { instantOf, localDateOf, plusDays, plusMinutes, toMillis } from '../../domain/time.ts';
import { type Dice, diceOf } from '../../local/demo/dice.ts';
import { keyOf } from '../support/memory/memory-house.ts';
import { MONDAY_MORNING } from '../support/world.ts';
import { nextAct, type Wanted } from './acts.ts';
import { Violation } from './checks.ts';
import { CITY } from './city.ts';
import { CALL_FAULTS, type Fault, type Plan } from './faults.ts';
import { openSimulatedOffice, type SimulatedOffice, type Tally } from './office.ts';
import { call, holder, submission } from './people.ts';
import type { Plant } from './plants.ts';
import { dueSchedules, SCHEDULES } from './schedules.ts';
import type { Disaster, Life, Moment, Script } from './script.ts';

/** One line of what happened; kept only if somebody wants to read it. */
export type Log = (line: string) => void;

type Person = {
  readonly number: number;
  readonly life: Life;
  at: number;
  moment: number;
  request: string | undefined;
};

const MINUTE_MS = 60_000;
const AWAY_MINUTES = 24 * 60;
/** After the last act and the last fault everything has so long to come to rest. */
const REST_MINUTES = 6;
const MACHINE_FAULTS: readonly Fault[] = [
  'table-busy',
  'token-stored-answer-lost',
  'duty-failed',
  'duty-answer-lost',
  'signal-failed',
  'signal-answer-lost',
];

/** Plays a world to its end and looks at each step. Throws the `Violation` that it comes upon. */
export const play = async (
  script: Script,
  tally: Tally,
  { plant, log = () => {} }: { plant?: Plant | undefined; log?: Log },
): Promise<void> => {
  const world = new Play(script, await openSimulatedOffice(tally, plant), log);
  await world.run();
};

class Play {
  readonly #office: SimulatedOffice;
  readonly #log: Log;
  readonly #people: Person[];
  readonly #disasters: Disaster[];
  readonly #start = toMillis(MONDAY_MORNING);
  #backAt = 0;
  /** Faults of the functions that run by themselves. */
  readonly #scheduleFaults: { name: string; plan: Plan }[] = [];

  constructor(script: Script, office: SimulatedOffice, log: Log) {
    this.#office = office;
    this.#log = log;
    this.#people = script.lives.map((life, number) => ({
      ...{ number, life, moment: 0, request: undefined },
      at: this.#start + life.startsAfterMinutes * MINUTE_MS,
    }));
    this.#disasters = script.disasters.toSorted((a, b) => a.afterMinutes - b.afterMinutes);
  }

  get #now(): number {
    return toMillis(this.#office.clock.now());
  }

  async run(): Promise<void> {
    for (let person = this.#next(); person; person = this.#next()) {
      const disaster = this.#disasters[0];
      const strikesAt = disaster ? this.#start + disaster.afterMinutes * MINUTE_MS : Number.POSITIVE_INFINITY;
      if (disaster && strikesAt <= person.at) {
        this.#disasters.shift();
        await this.#passTimeTo(strikesAt);
        await this.#strike(disaster);
      } else {
        await this.#passTimeTo(person.at);
        await this.#live(person);
      }
    }
    await this.#comeToRest();
  }

  #next(): Person | undefined {
    let first: Person | undefined;
    for (const person of this.#people)
      if (person.moment < person.life.moments.length && (first === undefined || person.at < first.at)) first = person;
    return first;
  }

  /** Goes from instant to instant at which a timer or a schedule has something to do. */
  async #passTimeTo(target: number): Promise<void> {
    const { engine } = this.#office.machine;
    for (;;) {
      const schedules = await dueSchedules(this.#office.house, this.#office.ports);
      const wake = this.#office.machine.isAway ? this.#backAt : (engine.nextWake() ?? Number.POSITIVE_INFINITY);
      const nextSchedule = Math.min(...schedules.values(), Number.POSITIVE_INFINITY);
      const nextMinute = Math.ceil((this.#now + 1) / MINUTE_MS) * MINUTE_MS;
      const next = Math.min(wake, Math.max(nextSchedule, nextMinute));
      if (next > target) break;
      this.#moveTo(next);
      if (this.#office.machine.isAway && next >= this.#backAt) this.#comeBack();
      await this.#settle();
      const due = [...schedules].filter(([, at]) => at <= this.#now).map(([name]) => name);
      await this.#runSchedules(due);
    }
    this.#moveTo(target);
    await this.#settle();
  }

  #stopAtViolation(): void {
    const { violation } = this.#office.checks;
    if (violation) throw violation;
  }

  #moveTo(at: number): void {
    if (at > this.#now) this.#office.clock.moveTo(instantOf(at));
  }

  async #settle(): Promise<void> {
    this.#stopAtViolation();
    if (this.#office.machine.isAway) return;
    await this.#office.machine.engine.tick();
    await this.#office.machine.engine.idle();
  }

  async #runSchedules(names: readonly string[]): Promise<void> {
    for (const name of Object.keys(SCHEDULES)) {
      const run = SCHEDULES[name];
      if (!run || !names.includes(name)) continue;
      const planned = this.#scheduleFaults.findIndex((fault) => fault.name === name);
      const [fault] = planned < 0 ? [] : this.#scheduleFaults.splice(planned, 1);
      if (fault) this.#office.checks.mayRepeat = true;
      const ended = await this.#office.act(fault?.plan, {}, run);
      if (fault) this.#log(`${this.#office.clock.now()} ${name} meets ${fault.plan.kind} and is ${ended.kind}`);
      await this.#afterwards();
    }
  }

  /** What was paused goes on, and the machine does what it was told. */
  async #afterwards(): Promise<void> {
    while (this.#office.underWay.isAnyPaused) await this.#office.underWay.resumeOne();
    await this.#settle();
  }

  /** One moment of a life: its request is looked at, something is done about it or not, and the next moment is set. */
  async #live(person: Person): Promise<void> {
    const moment = person.life.moments[person.moment];
    if (!moment) return;
    person.moment += 1;
    const dice = diceOf(String(moment.roll));
    const wanted = person.request === undefined ? submission(person.number) : await this.#wishOf(person, dice);
    if (wanted) await this.#do(person, wanted, moment, dice);
    person.at = this.#nextMoment(person, dice);
  }

  async #do(person: Person, wanted: Wanted, { fault }: Moment, dice: Dice): Promise<void> {
    const { office } = { office: this.#office };
    const about = { id: person.request, life: person.number, key: keyOfAct(person) };
    const skewSeconds = dice(12) === 0 ? dice(3) - 1 : 0;
    const ended = await office.act(fault, { request: person.request, skewSeconds }, (needs) =>
      call(wanted, about, needs),
    );
    if (ended.kind === 'paused') await this.#meanwhile(person, wanted, dice);
    await this.#afterwards();
    const who = wanted.caller === 'citizen' ? `citizen ${person.number}` : wanted.caller.username;
    const said = ended.kind === 'done' ? (ended.value.agreed ? 'done' : ended.value.reason) : ended.kind;
    this.#log(
      `${office.clock.now()} ${who}: ${wanted.operation} of ${person.number}${fault ? ` (${fault.kind})` : ''} → ${said}`,
    );
    person.request ??= this.#requestOf(person);
  }

  /** While somebody's call is on its way, others act: often on the same request or for the very same turn. */
  async #meanwhile(person: Person, { body }: Wanted, dice: Dice): Promise<void> {
    const rivals = this.#rivalsOf(person);
    const other = dice(3) === 0 ? person : (rivals[dice(Math.max(1, rivals.length))] ?? person);
    if (!other.request) return;
    const wanted = await this.#wishOf(other, dice, slotIn(body));
    const about = { id: other.request, life: other.number, key: `${keyOfAct(person)}-meanwhile` };
    if (!wanted) return;
    const ended = await this.#office.act(undefined, {}, (needs) => call(wanted, about, needs));
    this.#log(`${this.#office.clock.now()} meanwhile ${wanted.operation} of ${other.number} → ${ended.kind}`);
    await this.#settle();
  }

  /** Who else waits for a turn of the same official, if anybody does. */
  #rivalsOf(person: Person): readonly Person[] {
    const official = this.#request(person)?.official;
    return this.#people.filter((other) => {
      const request = other === person ? undefined : this.#request(other);
      return request?.official === official && (request?.status === 'waiting' || request?.status === 'offered');
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

  /** @param coveted the turn that somebody else is about to get; if it is still to come, nothing else will do */
  async #wishOf(person: Person, dice: Dice, coveted?: string): Promise<Wanted | undefined> {
    const { house, clock, ports } = this.#office;
    const request = this.#request(person);
    const office = ports.directory.dataOf(CITY);
    if (!request || !office) return undefined;
    const toCome = () =>
      [...house.slots.values()]
        .filter((slot) => slot.official === request.official && slot.startsAt > clock.now())
        .toSorted((a, b) => (a.startsAt + a.id < b.startsAt + b.id ? -1 : 1));
    const free = () => toCome().filter((slot) => isFree(slot, clock.now()));
    if (request.status === 'waiting' && free().length === 0) await this.#plan(request, dice);
    const theSame = toCome().filter(({ id }) => id === coveted);
    // Some look at an old page, on which turns are free that are taken by now.
    const shown = dice(6) === 0 ? toCome() : free();
    return nextAct({ request, office, dice, free: theSame.length > 0 ? theSame : shown });
  }

  /** A short morning, so that turns stay rare. */
  async #plan({ official, unit }: Request, dice: Dice): Promise<void> {
    const { ports, clock } = this.#office;
    const office = ports.directory.dataOf(CITY);
    const venue = office?.venues.find((each) => each.unit === unit)?.id ?? office?.venues[0]?.id;
    const on = plusDays(localDateOf(clock.now(), office?.city.timeZone ?? 'UTC'), 4 + dice(10));
    const body = { venue, mode: 'in-person', on, from: '10:00', to: '11:00' };
    const caller = holder(office?.users ?? [], 'unit-manager', unit);
    const wanted = { operation: 'plan-session', caller, params: { official }, body };
    await call(wanted, { life: 0, key: `session-${official}-${on}` }, ports);
  }

  #nextMoment(person: Person, dice: Dice): number {
    const request = this.#request(person);
    const soon = this.#now + (1 + dice(30)) * MINUTE_MS;
    if (request?.status === 'scheduled' && dice(4) > 0) {
      return Math.max(toMillis(request.appointment.startsAt) + (1 + dice(30)) * MINUTE_MS, soon);
    }
    const kind = dice(6);
    if (kind === 0) return soon;
    return this.#now + (kind === 5 ? dice(15 * 24 * 60) : dice(48 * 60)) * MINUTE_MS + 1;
  }

  async #strike({ kind, roll }: Disaster): Promise<void> {
    const dice = diceOf(`disaster ${roll}`);
    const { machine, house, happened, checks, clock } = this.#office;
    const requests = [...house.cases.values()];
    this.#log(`${clock.now()} ${kind}`);
    switch (kind) {
      case 'execution-killed': {
        const victim = requests[dice(Math.max(1, requests.length))];
        if (victim && (await machine.kill(executionName(victim.request.id, victim.wait.run))))
          happened('execution-killed', victim.request.id);
        return;
      }
      case 'engine-lost':
        machine.store.loseExecutions();
        happened('engine-lost');
        return checks.troubleForAll(clock.now());
      case 'step-functions-away':
        machine.isAway = true;
        this.#backAt = this.#now + AWAY_MINUTES * MINUTE_MS;
        happened('step-functions-away');
        return checks.troubleForAll(plusMinutes(clock.now(), AWAY_MINUTES + 5));
      case 'definition-replaced':
        machine.deploy();
        return happened('definition-replaced');
      case 'machine-fault': {
        const fault = MACHINE_FAULTS[dice(MACHINE_FAULTS.length)];
        if (fault) this.#office.ahead.push(fault);
        return;
      }
      case 'schedule-fault': {
        const names = Object.keys(SCHEDULES);
        const plan = { kind: CALL_FAULTS[dice(CALL_FAULTS.length)] ?? 'throttled', call: dice(8) };
        this.#scheduleFaults.push({ name: names[dice(names.length)] ?? 'sweep', plan });
        return;
      }
      case 'holiday':
      case 'closure':
        return this.#shut(kind, dice);
    }
  }

  async #shut(kind: 'holiday' | 'closure', dice: Dice): Promise<void> {
    const { ports, clock } = this.#office;
    const office = ports.directory.dataOf(CITY);
    if (!office) return;
    const on = plusDays(localDateOf(clock.now(), office.city.timeZone), 1 + dice(12));
    const reason = { en: 'Flood', fa: 'سیل' };
    const { calendar } = office.city;
    const caller = holder(office.users, 'administrator');
    const wanted =
      kind === 'closure'
        ? { operation: 'close-office', caller, body: { unit: 'harbour', on, reason } }
        : {
            operation: 'put-calendar',
            caller,
            body: {
              calendar: { ...calendar, closures: [...calendar.closures, { on, reason }] },
              reason: 'The river is out.',
            },
          };
    await call(wanted, { life: 0, key: `${kind}-${on}` }, ports);
    await this.#settle();
  }

  #comeBack(): void {
    this.#office.machine.isAway = false;
    this.#log(`${this.#office.clock.now()} Step Functions is back`);
  }

  async #comeToRest(): Promise<void> {
    this.#office.ahead.length = 0;
    this.#scheduleFaults.length = 0;
    if (this.#office.machine.isAway) await this.#passTimeTo(this.#backAt);
    await this.#passTimeTo(this.#now + REST_MINUTES * MINUTE_MS);
    this.#office.checks.atLast(this.#office.clock.now(), this.#office.isInStep);
    this.#stopAtViolation();
  }
}

/** The turn, or the first of the turns, that a call is about. */
const slotIn = (body: unknown): string | undefined =>
  z.safeParse(z.object({ slot: z.string() }), body).data?.slot ??
  z.safeParse(z.object({ slots: z.array(z.string()) }), body).data?.slots[0];

const keyOfAct = ({ number, moment, request }: Person): string =>
  request === undefined ? `submission-of-${number}` : `act-${number}-${moment}`;

export const isViolation = (error: unknown): error is Violation => error instanceof Violation;
