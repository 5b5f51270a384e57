import { instantOf, toMillis } from '../../domain/time.ts';
import type { Plan } from './faults.ts';
import type { SimulatedOffice } from './office.ts';
import { dueSchedules, SCHEDULES } from './schedules.ts';

/** One line of what happened; kept only if somebody wants to read it. */
export type Log = (line: string) => void;

export const MINUTE_MS = 60_000;

/** The clock of a world: it goes from one thing that is due to the next, and sees to it that each is done. */
export class PassingTime {
  readonly #office: SimulatedOffice;
  readonly #log: Log;
  /** When Step Functions is there again. */
  #backAt = 0;
  /** Faults that the functions meet which run by themselves. */
  readonly #ahead: { name: string; plan: Plan }[] = [];
  /** Lets somebody else act while a function waits for an answer. */
  readonly #meanwhile: () => Promise<void>;

  constructor(office: SimulatedOffice, log: Log, meanwhile: () => Promise<void>) {
    this.#office = office;
    this.#log = log;
    this.#meanwhile = meanwhile;
  }

  get now(): number {
    return toMillis(this.#office.clock.now());
  }

  /** Step Functions answers nobody, and runs nothing, for so long. */
  awayUntil(at: number): void {
    this.#office.machine.isAway = true;
    this.#backAt = at;
  }

  /** The next run of this function meets a fault. */
  planFault(name: string, plan: Plan): void {
    this.#ahead.push({ name, plan });
  }

  /** Goes from instant to instant at which a timer or a schedule has something to do. */
  async passTo(target: number): Promise<void> {
    const { machine, house, ports } = this.#office;
    for (;;) {
      const schedules = await dueSchedules(house, ports);
      const wake = machine.isAway ? this.#backAt : (machine.engine.nextWake() ?? Number.POSITIVE_INFINITY);
      const nextSchedule = Math.min(...schedules.values(), Number.POSITIVE_INFINITY);
      const nextMinute = Math.ceil((this.now + 1) / MINUTE_MS) * MINUTE_MS;
      const next = Math.min(wake, Math.max(nextSchedule, nextMinute));
      if (next > target) break;
      this.#moveTo(next);
      if (machine.isAway && next >= this.#backAt) this.#comeBack();
      await this.settle();
      const due = [...schedules].filter(([, at]) => at <= this.now).map(([name]) => name);
      await this.#runSchedules(due);
    }
    this.#moveTo(target);
    await this.settle();
  }

  /** The machine does what is due; throws what was found so far. */
  async settle(): Promise<void> {
    const { checks, machine } = this.#office;
    if (checks.violation) throw checks.violation;
    if (machine.isAway) return;
    await machine.engine.tick();
    await machine.engine.idle();
  }

  /** What was held up goes on, and the machine does what it was told. */
  async afterwards(): Promise<void> {
    const { underWay, machine } = this.#office;
    while (underWay.isAnyPaused) await underWay.resumeOne();
    if (machine.isBehind) await machine.catchUp();
    await this.settle();
  }

  /** No more faults; everything has so long to come to rest. */
  async rest(minutes: number): Promise<void> {
    this.#ahead.length = 0;
    if (this.#office.machine.isAway) await this.passTo(this.#backAt);
    await this.passTo(this.now + minutes * MINUTE_MS);
  }

  #moveTo(at: number): void {
    if (at > this.now) this.#office.clock.moveTo(instantOf(at));
  }

  #comeBack(): void {
    this.#office.machine.isAway = false;
    this.#log(`${this.#office.clock.now()} Step Functions is back`);
  }

  async #runSchedules(names: readonly string[]): Promise<void> {
    for (const name of Object.keys(SCHEDULES)) {
      const run = SCHEDULES[name];
      if (!run || !names.includes(name)) continue;
      const planned = this.#ahead.findIndex((fault) => fault.name === name);
      const [fault] = planned < 0 ? [] : this.#ahead.splice(planned, 1);
      if (fault) this.#office.checks.letters.mayRepeat = true;
      const ended = await this.#office.act(fault?.plan, {}, run);
      if (fault) this.#log(`${this.#office.clock.now()} ${name} meets ${fault.plan.kind} and is ${ended.kind}`);
      // Between looking at a letter and sending it nobody can come: people would not see which of them was first.
      if (this.#office.underWay.isAnyPaused && name !== 'send-letters') await this.#meanwhile();
      await this.afterwards();
    }
  }
}
