import { AsyncLocalStorage } from 'node:async_hooks';
import { TaskError } from '../../local/asl/errors.ts';
import type { Around, AsProcess } from '../disposable/machine.ts';
import { type Fault, refusalAt } from './faults.ts';
import { SITES } from './sites.ts';

/** One call: of which process, at which site, the how manieth of it there, and where the request stood. */
export type Place = {
  readonly process: string;
  readonly site: string;
  readonly nth: number;
  readonly status: string;
};
export type Plan = Place & { readonly fault: Fault };

/** What a fault needs of the world around the call. */
type World = {
  readonly status: () => string;
  readonly timePasses: (isInMachine: boolean) => Promise<void>;
  readonly rivalActs: () => Promise<void>;
  readonly closeExecution: () => Promise<void>;
  readonly loseExecution: () => void;
  readonly replaceDefinition: () => void;
  readonly struck: (plan: Plan) => void;
};

/** How a process ended; one that crashed leaves nobody to tell. */
export type Ended<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed' | 'crashed'; readonly why: string };

/** A call that the network or the service failed. */
class CallFailed extends Error {}
/** Goes no further, as a process does that is no more. */
const never = (): Promise<never> => new Promise(() => {});

type Process = { readonly name: string; readonly crash: () => void; readonly counted: Map<string, number> };

/** All calls of an office pass here: they are written down, and one of them may meet a fault. */
export class Wire {
  /** Every call since there was a world to write it down for. */
  readonly heard: Place[] = [];
  /** Nobody can reach Step Functions. */
  isDeaf = false;
  plan: Plan | undefined;
  world: World | undefined;
  readonly #processes = new AsyncLocalStorage<Process>();

  /** Runs something as a process of its own: it may crash, and its calls are known as its own. */
  async run<Value>(name: string, run: () => Promise<Value>): Promise<Ended<Value>> {
    const crashed = Promise.withResolvers<Ended<Value>>();
    const crash = () => crashed.resolve({ kind: 'crashed', why: 'The process is no more' });
    const ended = this.#processes.run({ name, crash, counted: new Map() }, () => settled(run));
    return Promise.race([ended, crashed.promise]);
  }

  /** The same for the duty, which the machine calls, and for scheduled functions. */
  asProcess: AsProcess = async (name, run) => {
    const ended = await this.run(name, run);
    if (ended.kind !== 'done') throw new CallFailed(ended.why);
    return ended.value;
  };

  skewSeconds = (): number => {
    const { plan } = this;
    if (plan?.site !== 'clock.now' || this.#processes.getStore()?.name !== plan.process) return 0;
    return plan.fault === 'clock-ahead' ? 1 : -1;
  };

  around: Around = async (site, call) => {
    const process = this.#processes.getStore();
    const name = site.startsWith('machine.') ? 'machine' : process?.name;
    if (this.isDeaf && site.startsWith('sfn.')) throw new CallFailed('Nobody answers');
    if (!this.world || name === undefined) return call();
    const nth = (process?.counted.get(site) ?? 0) + 1;
    process?.counted.set(site, nth);
    const place = { process: name, site, nth: name === 'machine' ? 1 : nth, status: this.world.status() };
    this.heard.push(place);
    const { plan } = this;
    if (!plan || !isAt(plan, place)) return call();
    this.plan = undefined;
    this.world.struck(plan);
    return this.#happen(plan, call, { process, world: this.world });
  };

  async #happen<Value>(
    { fault, site }: Plan,
    call: () => Promise<Value>,
    { process, world }: { process: Process | undefined; world: World },
  ): Promise<Value> {
    const isInMachine = site.startsWith('machine.') || process?.name === 'pass-deadline';
    switch (fault) {
      case 'throttled':
        throw failure(site, 'throttled');
      case 'refused':
        if (site.startsWith('machine.')) throw new TaskError('DynamoDb.ConditionalCheckFailedException', '');
        return refusalAt(site) as Value;
      case 'answer-lost':
        await call();
        throw failure(site, 'answer-lost');
      case 'crash-before':
        return this.#crash(site, process);
      case 'crash-after':
        await call();
        return this.#crash(site, process);
      case 'duplicate':
        await call();
        return call();
      case 'delayed':
        await world.timePasses(isInMachine);
        return call();
      case 'reordered':
      case 'token-not-yet-stored':
        await world.rivalActs();
        return call();
      case 'stale-read': {
        const answer = structuredClone(await call());
        await world.rivalActs();
        return answer;
      }
      case 'token-stale':
        return withOldToken(await call());
      case 'execution-closed':
        await world.closeExecution();
        return call();
      case 'execution-missing':
        world.loseExecution();
        return call();
      case 'definition-replaced':
        world.replaceDefinition();
        return call();
      case 'clock-ahead':
      case 'clock-behind':
        return call();
    }
  }

  /** The machine has no process of ours: an execution that cannot go on fails, and a function that does not end is called again. */
  async #crash(site: string, process: Process | undefined): Promise<never> {
    if (site.startsWith('machine.'))
      throw new TaskError(SITES.get(site) === 'duty' ? 'Lambda.Unknown' : 'States.Runtime', 'It is no more');
    process?.crash();
    return never();
  }
}

const isAt = (plan: Place, { process, site, nth, status }: Place): boolean =>
  plan.process === process && plan.site === site && plan.nth === nth && plan.status === status;

/** The names under which a failed call is known to whoever made it. */
const failure = (site: string, how: 'throttled' | 'answer-lost'): Error => {
  const isDuty = SITES.get(site) === 'duty';
  if (!site.startsWith('machine.'))
    return Object.assign(new CallFailed(how), { name: how === 'throttled' ? 'ThrottlingException' : 'TimeoutError' });
  if (isDuty)
    return new TaskError(how === 'throttled' ? 'Lambda.TooManyRequestsException' : 'Lambda.SdkClientException', '');
  return new TaskError(how === 'throttled' ? 'DynamoDb.ThrottlingException' : 'DynamoDb.SdkClientException', '');
};

/** The same wait item with the token of a task that has ended. */
const withOldToken = <Value>(wait: Value): Value => {
  if (typeof wait !== 'object' || wait === null || !('taskToken' in wait)) return wait;
  const [arn, , startedAt] = JSON.parse(Buffer.from(String(wait.taskToken), 'base64url').toString());
  return { ...wait, taskToken: Buffer.from(JSON.stringify([arn, 0, startedAt])).toString('base64url') };
};

const settled = async <Value>(run: () => Promise<Value>): Promise<Ended<Value>> => {
  try {
    return { kind: 'done', value: await run() };
  } catch (fault) {
    // A mistake of the test or of the product, and no fault that was meant.
    if (fault instanceof TypeError || fault instanceof RangeError || fault instanceof ReferenceError) throw fault;
    return { kind: 'failed', why: String(fault) };
  }
};
