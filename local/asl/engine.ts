import type { Clock } from '../clock.ts';
import type { Answer } from './answer.ts';
import { hashDefinition, parseDefinition } from './definition.ts';
import type { Dispatch } from './dispatch.ts';
import { type Execution, newExecution, type Status } from './execution.ts';
import { inputText, recordAfter } from './history.ts';
import type { HistoryEvent } from './history-event.ts';
import { parseJson } from './json.ts';
import type { Turn } from './place.ts';
import { Runner } from './runner.ts';
import { SfnError } from './sfn-error.ts';
import type { EventPage, MachineRecord, Store } from './store.ts';
import { executionOfToken } from './task-state.ts';
import { TimerLoop } from './timer-loop.ts';
import { close } from './transition.ts';

export type EngineParts = {
  store: Store;
  clock: Clock;
  dispatch: Dispatch;
  /** Told of faults that nobody waits for; prints them unless given. */
  report?: (error: unknown) => void;
};

export type StartExecution = { machineArn: string; name: string; input: string };
export type ListExecutions = { machineArn: string; status?: Status | undefined; limit?: number; skip?: number };

const DAY_MS = 86_400_000;
/** AWS keeps closed executions, and their names, this long. */
const KEPT_AFTER_END_MS = 90 * DAY_MS;
const LONGEST_EXECUTION_MS = 365 * DAY_MS;
const PAYLOAD_BYTES = 262_144;

/** Runs state machines. Errors of its methods are `SfnError`s under AWS's names, unless noted. */
export class Engine {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #runner: Runner;
  readonly #loop: TimerLoop;

  constructor({ store, clock, dispatch, report = console.error }: EngineParts) {
    this.#store = store;
    this.#clock = clock;
    this.#runner = new Runner({ store, clock, dispatch, report, onChange: () => this.#loop.rearm() });
    this.#loop = new TimerLoop({ clock, report, nextWake: () => this.nextWake(), tick: () => this.tick() });
  }

  /** Adds a machine or gives it a new definition (JSON text) for executions that start from now on. Throws `InvalidDefinition`. */
  registerMachine(arn: string, definition: string): MachineRecord {
    parseDefinition(definition);
    const now = this.#clock.now();
    const known = this.#store.machine(arn);
    const definitionHash = hashDefinition(definition);
    if (known?.definitionHash === definitionHash) return known;
    const machine = { arn, definitionHash, createdAt: known?.createdAt ?? now, updatedAt: now };
    this.#store.putMachine(machine, definition);
    return machine;
  }

  machines(): MachineRecord[] {
    return this.#store.machines();
  }

  machine(arn: string): MachineRecord & { definition: string } {
    const machine = this.#store.machine(arn);
    const definition = machine && this.#store.definition(machine.definitionHash);
    if (!machine || definition === undefined) {
      throw new SfnError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    }
    return { ...machine, definition };
  }

  /** Starts an execution. The same name and input as a running one is answered with that one. */
  startExecution({ machineArn, name, input }: StartExecution): Execution {
    const { definition, definitionHash } = this.machine(machineArn);
    checkInput(input);
    const now = this.#clock.now();
    this.#store.forget(now - KEPT_AFTER_END_MS);
    const arn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const known = this.#store.load(arn);
    if (known?.status === 'RUNNING' && known.input === input) return known;
    if (known) throw new SfnError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);

    const { StartAt: startAt, TimeoutSeconds } = parseDefinition(definition);
    const lasts = Math.min((TimeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000, LONGEST_EXECUTION_MS);
    const parts = { arn, name, machineArn, definitionHash, input, startAt, startedAt: now, deadline: now + lasts };
    const execution = newExecution(parts);
    const turn: Turn = { execution, now, events: [] };
    execution.root.lastEvent = recordAfter(turn, 0, 'ExecutionStarted', {
      executionStartedEventDetails: { ...inputText(execution.root.input) },
    });
    this.#runner.save(turn);
    this.#runner.runInBackground(arn);
    return execution;
  }

  /** Ends a running execution with status ABORTED; one that has ended stays as it is. */
  async stopExecution(arn: string, failure: { error: string | null; cause: string | null }): Promise<Execution> {
    await this.#runner.change(arn, async (turn, machine) => {
      if (turn.execution.status !== 'RUNNING') return false;
      close(turn, machine, 'ABORTED', failure);
      return true;
    });
    return this.execution(arn);
  }

  execution(arn: string): Execution {
    const execution = this.#store.load(arn);
    if (!execution) throw new SfnError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  }

  /** Executions of a machine, newest first. */
  executions({ machineArn, status, limit = 100, skip = 0 }: ListExecutions): Execution[] {
    return this.#store.executions({ machineArn, status, limit, skip });
  }

  /** A page of the history. `after` is the id of the last event already seen. */
  history(arn: string, page: Partial<EventPage> = {}): HistoryEvent[] {
    this.execution(arn);
    return this.#store.events(arn, { limit: Number.MAX_SAFE_INTEGER, newestFirst: false, ...page });
  }

  /** The output is JSON text. */
  async sendTaskSuccess(token: string, output: string): Promise<void> {
    await this.#answer(token, { kind: 'succeeded', output: parseOutput(output) });
  }

  async sendTaskFailure(token: string, failure: { error: string | null; cause: string | null }): Promise<void> {
    await this.#answer(token, { kind: 'failed', failure });
  }

  async sendTaskHeartbeat(token: string): Promise<void> {
    await this.#answer(token, { kind: 'heartbeat' });
  }

  async #answer(token: string, answer: Answer): Promise<void> {
    const arn = executionOfToken(token);
    if (arn === undefined) throw new SfnError('InvalidToken', "Invalid Token: 'Invalid token'");
    if (!this.#store.load(arn)) throw new SfnError('TaskDoesNotExist', "Task does not exist: 'Unknown task'");
    if (await this.#runner.answer(arn, token, answer)) return;
    throw new SfnError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  }

  /** Runs everything that is due now, and what a crash left undone. Calls of services go on after it has resolved. */
  async tick(): Promise<void> {
    const arns = new Set([...this.#store.pending(), ...this.#store.due(this.#clock.now())]);
    for (const arn of arns) await this.#runner.run(arn);
  }

  /** Epoch milliseconds of the earliest timer; undefined when no execution is open. */
  nextWake(): number | undefined {
    return this.#store.nextWake();
  }

  /** Resolves when nothing runs and no call is under way: from here on only timers and callbacks move anything. */
  idle(): Promise<void> {
    return this.#runner.idle();
  }

  /** Keeps ticking in real time, by the clock. */
  start(): void {
    this.#loop.start();
  }

  stop(): void {
    this.#loop.stop();
  }

  /** The clock was set or changed its pace. */
  clockMoved(): void {
    this.#loop.rearm();
  }
}

export const createEngine = (parts: EngineParts): Engine => new Engine(parts);

function checkInput(input: string): void {
  if (Buffer.byteLength(input) > PAYLOAD_BYTES) {
    throw new SfnError(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: 'more than ${PAYLOAD_BYTES} bytes'`,
    );
  }
  try {
    parseJson(input);
  } catch (error) {
    throw new SfnError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${error}'`);
  }
}

function parseOutput(output: string) {
  if (Buffer.byteLength(output) > PAYLOAD_BYTES)
    throw new SfnError('InvalidOutput', `Invalid Output: 'more than ${PAYLOAD_BYTES} bytes'`);
  try {
    return parseJson(output);
  } catch (error) {
    throw new SfnError('InvalidOutput', `Invalid Output: '${error}'`);
  }
}
