import type { Execution } from '../../local/asl/execution.ts';
import type { MachineRecord, Schedule, Store } from '../../local/asl/store.ts';

/** Where the engine keeps its documents while it is simulated: as they are, in this process, without their histories. */
export class MemoryStore implements Store {
  readonly #machines = new Map<string, MachineRecord>();
  readonly #definitions = new Map<string, string>();
  readonly #kept = new Map<string, { execution: Execution; schedule: Schedule }>();
  readonly #running = new Map<string, Schedule>();

  putMachine(machine: MachineRecord, definition: string): void {
    this.#machines.set(machine.arn, machine);
    this.#definitions.set(machine.definitionHash, definition);
  }

  machine(arn: string): MachineRecord | undefined {
    return this.#machines.get(arn);
  }

  machines(): MachineRecord[] {
    return [...this.#machines.values()];
  }

  definition(hash: string): string | undefined {
    return this.#definitions.get(hash);
  }

  save(execution: Execution, _events: unknown, schedule: Schedule): void {
    this.#kept.set(execution.arn, { execution, schedule });
    if (execution.status === 'RUNNING') this.#running.set(execution.arn, schedule);
    else this.#running.delete(execution.arn);
  }

  load(arn: string): Execution | undefined {
    return this.#kept.get(arn)?.execution;
  }

  executions(): Execution[] {
    return [...this.#kept.values()].map(({ execution }) => execution);
  }

  events(): [] {
    return [];
  }

  forget(closedUntil: number): void {
    for (const [arn, { execution }] of this.#kept)
      if (execution.stoppedAt !== undefined && execution.stoppedAt <= closedUntil) this.#kept.delete(arn);
  }

  pending(): string[] {
    return [...this.#running].flatMap(([arn, { pending }]) => (pending ? [arn] : []));
  }

  due(now: number): string[] {
    return [...this.#running]
      .flatMap(([arn, { wake }]) => (wake !== undefined && wake <= now ? [{ arn, wake }] : []))
      .toSorted((a, b) => a.wake - b.wake || (a.arn < b.arn ? -1 : 1))
      .map(({ arn }) => arn);
  }

  nextWake(): number | undefined {
    let next: number | undefined;
    for (const { wake } of this.#running.values())
      if (wake !== undefined && (next === undefined || wake < next)) next = wake;
    return next;
  }

  /** All that ran is lost, as if the engine had been set up anew; definitions stay. */
  loseExecutions(): void {
    this.#kept.clear();
    this.#running.clear();
  }

  /** One execution is lost, and its name is free again. */
  lose(arn: string): void {
    this.#kept.delete(arn);
    this.#running.delete(arn);
  }

  close(): void {}
}
