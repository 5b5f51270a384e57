import type { Execution, Status } from './execution.ts';
import type { HistoryEvent } from './history-event.ts';

/** A machine as it is registered now. Running executions keep the definition they started with. */
export type MachineRecord = { arn: string; definitionHash: string; createdAt: number; updatedAt: number };

/** When the engine has to look at an execution again: epoch ms of its next timer, and whether work was left undone. */
export type Schedule = { wake: number | undefined; pending: boolean };

export type ExecutionFilter = {
  machineArn: string;
  status?: Status | undefined;
  limit: number;
  /** How many of the newest executions to leave out. */
  skip: number;
};

export type EventPage = { limit: number; newestFirst: boolean; after?: number | undefined };

/** Where the engine keeps its documents. Every method is one transaction; what it has saved survives a crash. */
export type Store = {
  putMachine(machine: MachineRecord, definition: string): void;
  machine(arn: string): MachineRecord | undefined;
  machines(): MachineRecord[];
  definition(hash: string): string | undefined;

  /** Adds or overwrites the document and appends to its history. */
  save(execution: Execution, events: HistoryEvent[], schedule: Schedule): void;
  load(arn: string): Execution | undefined;
  /** Executions of a machine, newest first. */
  executions(filter: ExecutionFilter): Execution[];
  events(arn: string, page: EventPage): HistoryEvent[];
  /** Drops executions that closed at or before this time (epoch ms), with their histories. */
  forget(closedUntil: number): void;

  /** Executions with work left undone, oldest first. */
  pending(): string[];
  /** Executions with a timer at or before this time, by time. */
  due(now: number): string[];
  /** The earliest timer of all. */
  nextWake(): number | undefined;
  close(): void;
};
