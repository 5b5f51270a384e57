import { ANSWER_COMES_LATER, type Dispatch, type TaskContext } from '../../../local/asl/dispatch.ts';
import { createEngine, type Engine } from '../../../local/asl/engine.ts';
import type { Execution } from '../../../local/asl/execution.ts';
import type { Json, JsonObject } from '../../../local/asl/json.ts';
import { openSqliteStore } from '../../../local/asl/sqlite-store.ts';
import type { Store } from '../../../local/asl/store.ts';
import { FakeClock } from '../../../local/clock.ts';

export const MACHINE = 'arn:aws:states:local:000000000000:stateMachine:lab';
export const FUNCTION = 'arn:aws:lambda:local:000000000000:function:work';
export const CALLBACK = 'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken';
export const NINE = Date.UTC(2026, 2, 2, 9);

export type Call = TaskContext & { resource: string; args: Json };
type Answering = (call: Call) => Json | typeof ANSWER_COMES_LATER | Promise<Json | typeof ANSWER_COMES_LATER>;

/** Never answers: a timer or a callback has to go on. */
export const silent: Answering = () => ANSWER_COMES_LATER;

/** An engine with a standing clock, services that answer as told, and a note of every call. */
export class Lab implements Dispatch {
  readonly clock = new FakeClock(NINE);
  readonly calls: Call[] = [];
  readonly store: Store;
  engine: Engine;
  answer: Answering;

  constructor(answer: Answering = silent, store = openSqliteStore(':memory:')) {
    this.answer = answer;
    this.store = store;
    this.engine = this.#newEngine();
  }

  #newEngine = () => createEngine({ store: this.store, clock: this.clock, dispatch: this, report: () => {} });

  async invoke(resource: string, args: Json, context: TaskContext) {
    const call = { resource, args, ...context };
    this.calls.push(call);
    return this.answer(call);
  }

  /** The process dies and starts anew: only the store is left. */
  async restart(): Promise<void> {
    this.engine = this.#newEngine();
    await this.engine.tick();
    await this.engine.idle();
  }

  async start(states: JsonObject, input: Json = {}, machine: JsonObject = {}): Promise<string> {
    const definition = { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0] ?? '', States: states, ...machine };
    this.engine.registerMachine(MACHINE, JSON.stringify(definition));
    const { arn } = this.engine.startExecution({ machineArn: MACHINE, name: 'life', input: JSON.stringify(input) });
    await this.engine.idle();
    return arn;
  }

  /** The clock moves on; what is due happens. */
  async pass(seconds: number): Promise<void> {
    this.clock.moveTo(this.clock.now() + seconds * 1000);
    await this.engine.tick();
    await this.engine.idle();
  }

  /** The clock jumps from timer to timer until the execution has ended. */
  async playOut(arn: string): Promise<Execution> {
    for (;;) {
      const execution = this.engine.execution(arn);
      if (execution.status !== 'RUNNING') return execution;
      await this.pass(Math.max(0, (this.engine.nextWake() ?? NINE) - this.clock.now()) / 1000);
    }
  }

  /** Runs a machine from start to end. */
  async run(states: JsonObject, input: Json = {}, machine: JsonObject = {}): Promise<Execution> {
    return this.playOut(await this.start(states, input, machine));
  }

  types(arn: string): string[] {
    return this.engine.history(arn).map(({ type }) => type);
  }

  tokens(): string[] {
    return this.calls.map(({ token }) => token);
  }
}
