import type { Clock } from '../clock.ts';
import { type Answer, applyAnswer, unsentTasks } from './answer.ts';
import { type Machine, parseDefinition } from './definition.ts';
import { ANSWER_COMES_LATER, type Dispatch, type TaskContext } from './dispatch.ts';
import { TaskError } from './errors.ts';
import type { Execution, Task } from './execution.ts';
import { KeyedLock } from './lock.ts';
import type { Place, Turn } from './place.ts';
import type { Schedule, Store } from './store.ts';
import { waitsForCallback } from './task-state.ts';
import { nextDue, transition } from './transition.ts';

export type RunnerParts = {
  store: Store;
  clock: Clock;
  dispatch: Dispatch;
  /** Told of faults that nobody waits for, such as a full disk. */
  report: (error: unknown) => void;
  /** Called whenever timers may have changed. */
  onChange: () => void;
};

/** Moves executions on: one at a time each, saving after every transition, sending what has been saved. */
export class Runner {
  readonly #parts: RunnerParts;
  readonly #lock = new KeyedLock();
  readonly #machines = new Map<string, Machine>();
  /** Tokens of the calls this process is waiting for. */
  readonly #sent = new Set<string>();
  readonly #active = new Set<Promise<unknown>>();

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** Resolves when nothing runs and no call is under way. */
  async idle(): Promise<void> {
    while (this.#active.size > 0) await Promise.allSettled(this.#active);
  }

  /** Runs an execution until nothing is due. */
  run(arn: string): Promise<void> {
    return this.change(arn, async () => undefined);
  }

  /** The same without waiting for it. */
  runInBackground(arn: string): void {
    this.run(arn).catch(this.#parts.report);
  }

  /** Gives an answer to the task that holds the token. False when no task does. Timers that are due come first. */
  async answer(arn: string, token: string, answer: Answer): Promise<boolean> {
    const taken = await this.change(arn, (turn, machine) => applyAnswer(turn, machine, token, answer));
    return taken ?? false;
  }

  /**
   * Does one more thing to an execution, between two runs; saved when the work gives something true.
   * Undefined when there is no such execution.
   */
  change<T>(arn: string, work: (turn: Turn, machine: Machine) => Promise<T>): Promise<T | undefined> {
    return this.#track(
      this.#lock.run(arn, async () => {
        const execution = this.#parts.store.load(arn);
        if (!execution) return undefined;
        await this.#advance(execution);
        const turn = this.#turn(execution);
        const result = await work(turn, this.#machineOf(execution));
        if (result) this.save(turn);
        await this.#advance(execution);
        this.#parts.onChange();
        return result;
      }),
    );
  }

  /** Saves an execution as it stands after a turn; what it left undone is done after a crash, too. */
  save({ execution, events }: Turn): void {
    this.#parts.store.save(execution, events, this.#scheduleOf(execution));
  }

  async #advance(execution: Execution): Promise<void> {
    const machine = this.#machineOf(execution);
    for (;;) {
      this.#send(execution, machine);
      const turn = this.#turn(execution);
      if (!(await transition(turn, machine))) return;
      this.save(turn);
    }
  }

  #turn = (execution: Execution): Turn => ({ execution, now: this.#parts.clock.now(), events: [] });

  #machineOf({ definitionHash }: Execution): Machine {
    let machine = this.#machines.get(definitionHash);
    if (!machine) {
      machine = parseDefinition(this.#parts.store.definition(definitionHash) ?? '');
      this.#machines.set(definitionHash, machine);
    }
    return machine;
  }

  #scheduleOf(execution: Execution): Schedule {
    if (execution.status !== 'RUNNING') return { wake: undefined, pending: false };
    const machine = this.#machineOf(execution);
    const due = nextDue(execution, machine);
    return due === 0
      ? { wake: undefined, pending: true }
      : { wake: due, pending: unsentTasks(execution, machine).length > 0 };
  }

  #send(execution: Execution, machine: Machine): void {
    for (const { task, place } of unsentTasks(execution, machine)) {
      if (this.#sent.has(task.token)) continue;
      this.#sent.add(task.token);
      this.#track(this.#call(execution.arn, task, place)).catch(this.#parts.report);
    }
  }

  async #call(arn: string, task: Task, { frame }: Place): Promise<void> {
    const context = {
      token: task.token,
      executionArn: arn,
      stateName: frame.state,
      retryCount: frame.retries.reduce((sum, used) => sum + used, 0),
    };
    try {
      await this.answer(arn, task.token, await this.#invoke(task, context));
    } finally {
      this.#sent.delete(task.token);
    }
  }

  async #invoke({ resource, arguments: args }: Task, context: TaskContext): Promise<Answer> {
    try {
      // A turn of its own: a dispatcher that answers at once must not run inside this execution's lock.
      await Promise.resolve();
      const result = await this.#parts.dispatch.invoke(resource, args, context);
      if (result === ANSWER_COMES_LATER) return { kind: 'accepted' };
      return { kind: waitsForCallback(resource) ? 'submitted' : 'succeeded', output: result };
    } catch (error) {
      return { kind: 'failed', failure: failureOf(error) };
    }
  }

  #track<T>(promise: Promise<T>): Promise<T> {
    this.#active.add(promise);
    const done = () => this.#active.delete(promise);
    promise.then(done, done);
    return promise;
  }
}

const failureOf = (error: unknown) =>
  error instanceof TaskError ? error.failure : { error: 'States.TaskFailed', cause: String(error) };
