import type { Outcome } from '../../domain/outcome.ts';
import { executionName } from '../../domain/ticket.ts';
import { plusSeconds } from '../../domain/time.ts';
import { ACTS, type ActName } from '../disposable/acts.ts';
import { finalRecord } from '../disposable/final-record.ts';
import { openOffice } from '../disposable/office.ts';
import { OneLife } from '../disposable/one-life.ts';
import { passTimeTo, settle } from '../disposable/pass-time.ts';
import { withOtherNames } from '../disposable/rehearsals.ts';
import type { Wanted } from '../simulation/acts.ts';
import { CITY } from '../simulation/city.ts';
import { submission } from '../simulation/people.ts';
import { Violation } from '../simulation/violation.ts';
import { type Doing, SITUATIONS, type SituationName } from './situations.ts';
import { type Ended, type Place, type Plan, Wire } from './wire.ts';

/** What came of a doing in a situation. */
export type Played = {
  readonly record: unknown;
  /** How each try of the caller ended; none if nobody called. */
  readonly tries: readonly Ended<Outcome<unknown>>[];
  readonly heard: readonly Place[];
};

/** After a fault everything is in its place when so many minutes have passed, each with whatever runs by itself. */
const WAKE_UPS = 3;
const MOST_TRIES = 3;
const DELAY_SECONDS = 90;
/** What is left of a deadline when everything that came before it has been done. */
const LAST_SECONDS = 30;

export class Stage {
  readonly #wire = new Wire();
  readonly #situation: SituationName;
  readonly #office: Awaited<ReturnType<typeof openOffice>>;
  readonly #life: OneLife;
  #minutesLeft = WAKE_UPS;

  private constructor(situation: SituationName, wire: Wire, office: Awaited<ReturnType<typeof openOffice>>) {
    this.#situation = situation;
    this.#wire = wire;
    this.#office = office;
    this.#life = new OneLife(office);
  }

  /** A fresh office with one request, in the situation. */
  static async set(situation: SituationName): Promise<Stage> {
    const wire = new Wire();
    const { around, asProcess, skewSeconds } = wire;
    const stage = new Stage(situation, wire, await openOffice({ around, asProcess, skewSeconds }));
    if (situation === 'nothing') return stage;
    const life = stage.#life;
    await life.call(submission(0), 'submission');
    await life.rest();
    for (const step of SITUATIONS[situation].way) await life.take(step);
    return stage;
  }

  /**
   * Does what is to be done, with a fault if one is planned, and lets everything wake up that does so by itself.
   *
   * @param isLeft the caller prepares everything and then does not call
   * @throws the `Violation` of whatever must never be
   */
  async play(doing: Doing, { plan, isLeft = false }: { plan?: Plan; isLeft?: boolean } = {}): Promise<Played> {
    const wanted = await this.#prepare(doing);
    if (doing === 'deadline') await passTimeTo(this.#office, plusSeconds(this.#life.request.until, -LAST_SECONDS));
    this.#wire.world = this.#world();
    this.#wire.plan = plan;
    const tries = wanted && !isLeft ? await this.#call(wanted, doing.endsWith(', unheard')) : [];
    if (!isLeft) await this.#happen(doing);
    await this.#wakeUp();
    const record = finalRecord(this.#office.house);
    if (plan?.process === 'machine' && plan.fault === 'crash-after') await this.#missedUntilDue();
    this.#lookAtAll();
    return { record, tries, heard: this.#wire.heard };
  }

  get hasStruck(): boolean {
    return this.#wire.plan === undefined || this.#wire.plan.site === 'clock.now';
  }

  async #prepare(doing: Doing): Promise<Wanted | undefined> {
    const [name = ''] = doing.split(',');
    if (name === 'submit') return submission(0);
    return isAct(name) ? this.#life.wanted(name) : undefined;
  }

  /** Whoever cannot know what came of a call makes the same call again. */
  async #call(wanted: Wanted, isUnheard: boolean): Promise<Ended<Outcome<unknown>>[]> {
    const tries: Ended<Outcome<unknown>>[] = [];
    this.#wire.isDeaf = isUnheard;
    do tries.push(await this.#wire.run('act', () => this.#life.call(wanted, KEY)));
    while (tries.at(-1)?.kind !== 'done' && tries.length < MOST_TRIES);
    this.#wire.isDeaf = false;
    await settle(this.#office);
    return tries;
  }

  /** What happens without a caller. */
  async #happen(doing: Doing): Promise<void> {
    if (doing === 'deadline') await passTimeTo(this.#office, this.#life.request.until);
    if (doing !== 'stopped') return;
    const { request, kept } = this.#life;
    await this.#office.machine.close(executionName(request.id, kept.wait.run));
    if (request.status !== 'closed') kept.wait.expectedBy = this.#office.clock.now();
  }

  async #wakeUp(): Promise<void> {
    for (; this.#minutesLeft > 0; this.#minutesLeft -= 1) await this.#passSeconds(60);
  }

  #passSeconds(seconds: number): Promise<void> {
    return passTimeTo(this.#office, plusSeconds(this.#office.clock.now(), seconds));
  }

  /** Its execution ended in the middle of its wait: nobody needs it before the deadline has passed. */
  async #missedUntilDue(): Promise<void> {
    await passTimeTo(this.#office, this.#life.request.until);
    this.#minutesLeft = WAKE_UPS;
    await this.#wakeUp();
  }

  /** All that the simulation looks at; and an execution is there for whoever is waited for, also where it would be missed only later. */
  #lookAtAll(): void {
    const { checks, clock, machine, isInStep } = this.#office;
    checks.atLast(clock.now(), isInStep);
    if (checks.violation) throw checks.violation;
    if (this.#status === 'nothing') return;
    const { request, kept } = this.#life;
    const isThere = request.status === 'closed' || machine.isRunning(executionName(request.id, kept.wait.run));
    if (!isThere) throw new Violation('in-step-at-last', `nothing runs for a request that is ${request.status}`);
  }

  #world(): NonNullable<Wire['world']> {
    const { machine, clock, checks, trouble } = this.#office;
    return {
      status: () => this.#status,
      timePasses: async (isInMachine) => {
        if (isInMachine) clock.moveTo(plusSeconds(clock.now(), DELAY_SECONDS));
        else await this.#passSeconds(DELAY_SECONDS);
      },
      rivalActs: () => this.#rivalActs(),
      closeExecution: () => machine.close(executionName(this.#life.request.id, this.#life.kept.wait.run)),
      loseExecution: () => machine.store.loseExecutions(),
      replaceDefinition: () => machine.deploy(withOtherNames()),
      struck: ({ process }) => {
        // In the minute of a fault whatever is left of it is no wake-up.
        this.#minutesLeft = process === 'act' ? WAKE_UPS : WAKE_UPS + 1;
        trouble();
        if (process === 'send-letters') checks.letters.mayRepeat = true;
      },
    };
  }

  get #status(): string {
    return this.#office.house.casesOf(CITY).length === 0 ? 'nothing' : this.#life.request.status;
  }

  /** Somebody else does what can still be done. */
  async #rivalActs(): Promise<void> {
    const { rival } = SITUATIONS[this.#situation];
    const wanted = rival === 'submit' ? submission(0) : await this.#life.wanted(rival);
    await this.#wire.run('rival', () => this.#life.call(wanted, rival === 'submit' ? KEY : 'rival'));
  }
}

const KEY = 'the act';
const isAct = (name: string): name is ActName => Object.hasOwn(ACTS, name);
