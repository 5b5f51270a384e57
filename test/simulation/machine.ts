import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import type { Ticket } from '../../domain/ticket.ts';
import type { Dispatch } from '../../local/asl/dispatch.ts';
import { createEngine, type Engine } from '../../local/asl/engine.ts';
import { TaskError } from '../../local/asl/errors.ts';
import type { Json } from '../../local/asl/json.ts';
import { SfnError } from '../../local/asl/sfn-error.ts';
import { isLambdaArn } from '../../local/asl/task-state.ts';
import type { Clock } from '../../local/clock.ts';
import type { Fault } from './faults.ts';
import { MemoryStore } from './memory-store.ts';
import { revisionsOf } from './revisions.ts';
import { attributesOf, type WaitTable } from './wait-table.ts';

export const MACHINE = 'arn:aws:states:eu-west-1:111122223333:stateMachine:meeting-request';
const PASS_DEADLINE = 'arn:aws:lambda:eu-west-1:111122223333:function:pass-deadline';
const REVISIONS = revisionsOf({ tableName: 'waits', passDeadlineArn: PASS_DEADLINE });

type Parts = {
  readonly clock: Clock;
  readonly waits: WaitTable;
  readonly passDeadline: (ticket: Ticket) => Promise<Ticket>;
  /** What becomes of the definition before it is deployed. */
  readonly alter?: ((text: string) => string) | undefined;
  /** Does a fault of one of these kinds happen to the machine's next call? */
  readonly meets: (kinds: readonly Fault[], request: string) => Fault | undefined;
};

const SIGNALS = { TaskTimedOut, TaskDoesNotExist, InvalidToken, ExecutionAlreadyExists } as const;

/** The deployed definition on the embedded engine, with the SDK's client in front of it and the office behind it. */
export class Machine {
  readonly store = new MemoryStore();
  readonly engine: Engine;
  readonly sfn: SFNClient;
  isAway = false;
  readonly #alter: (text: string) => string;
  #deployments = 0;
  /** What it was told and has not come to yet, by the token or the name of the execution. */
  readonly #toDo = new Map<string, () => unknown>();

  constructor(parts: Parts) {
    const dispatch: Dispatch = { invoke: (resource, args) => dispatchTo(parts, resource, args) };
    this.engine = createEngine({ store: this.store, clock: parts.clock, dispatch });
    this.#alter = parts.alter ?? ((text) => text);
    this.deploy();
    this.sfn = { send: (command: unknown) => this.#send(command, parts) } as unknown as SFNClient;
  }

  /** Puts another definition in the place of the last one. */
  deploy(): void {
    const definition = REVISIONS[this.#deployments % REVISIONS.length] ?? '';
    this.#deployments += 1;
    this.engine.registerMachine(MACHINE, this.#alter(definition));
  }

  /** Ends an execution from outside; false if it does not run. */
  async close(name: string): Promise<boolean> {
    if (!this.isRunning(name)) return false;
    await this.engine.stopExecution(arnOf(name), { error: 'Killed', cause: null });
    return true;
  }

  /** Forgets an execution as if there had never been one. */
  lose(name: string): boolean {
    const wasRunning = this.isRunning(name);
    this.store.lose(arnOf(name));
    return wasRunning;
  }

  isRunning(name: string): boolean {
    return this.store.load(arnOf(name))?.status === 'RUNNING';
  }

  get isBehind(): boolean {
    return this.#toDo.size > 0;
  }

  /** Does what it was told a while ago. */
  async catchUp(): Promise<void> {
    const toDo = [...this.#toDo.values()];
    this.#toDo.clear();
    // It was agreed to long ago: that it cannot be done any more is nobody's news.
    for (const late of toDo) await Promise.resolve().then(late).catch(ofNoUse);
  }

  async #send(command: unknown, { meets }: Parts): Promise<unknown> {
    if (this.isAway) throw named('ServiceUnavailable');
    const told = aboutOf(command);
    if (this.#toDo.has(told.target)) {
      // The same start again is agreed to; a token can be used only once.
      if (command instanceof StartExecutionCommand) return {};
      throw new TaskTimedOut({ message: 'Used up', $metadata: {} });
    }
    const fault = meets(['signal-failed', 'signal-answer-lost', 'token-not-yet-stored'], told.request);
    if (fault === 'signal-failed') throw named('ThrottlingException');
    if (fault === 'token-not-yet-stored') {
      this.#toDo.set(told.target, () => this.#do(command));
      return {};
    }
    try {
      await this.#do(command);
    } catch (error) {
      if (!(error instanceof SfnError)) throw error;
      const Known = SIGNALS[error.name as keyof typeof SIGNALS];
      throw Known ? new Known({ message: error.message, $metadata: {} }) : error;
    }
    if (fault === 'signal-answer-lost') throw named('TimeoutError');
    return {};
  }

  async #do(command: unknown): Promise<void> {
    if (command instanceof StartExecutionCommand) {
      const { name = '', input = '' } = command.input;
      this.engine.startExecution({ machineArn: MACHINE, name, input });
    } else if (command instanceof SendTaskSuccessCommand) {
      await this.engine.sendTaskSuccess(command.input.taskToken ?? '', command.input.output ?? '');
    } else if (command instanceof SendTaskFailureCommand) {
      const { taskToken = '', error = null, cause = null } = command.input;
      await this.engine.sendTaskFailure(taskToken, { error, cause });
    }
  }
}

const named = (name: string): Error => Object.assign(new Error(name), { name });

const ofNoUse = (error: unknown): void => {
  if (!(error instanceof SfnError)) throw error;
};

const arnOf = (name: string): string => `${MACHINE.replace(':stateMachine:', ':execution:')}:${name}`;

/** Which request a command is about, and which execution or token it reaches. */
const aboutOf = (command: unknown): { request: string; target: string } => {
  if (command instanceof StartExecutionCommand) {
    const { name = '' } = command.input;
    return { request: name.split('-', 1).join(), target: name };
  }
  const said = command instanceof SendTaskFailureCommand ? command.input.cause : undefined;
  const ticket = command instanceof SendTaskSuccessCommand ? command.input.output : said;
  const token = command instanceof SendTaskSuccessCommand || command instanceof SendTaskFailureCommand;
  const target = token ? (command.input.taskToken ?? '') : '';
  return { request: ticket === undefined ? '' : z.parse(Ticketed, JSON.parse(ticket)).id, target };
};
const Ticketed = z.object({ id: z.string() });

const WaitKey = z.object({ Key: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }) });

/** What the machine may call: its wait item, and the office's duty. */
const dispatchTo = async ({ waits, passDeadline, meets }: Parts, resource: string, args: Json): Promise<Json> => {
  if (isLambdaArn(resource)) {
    const ticket = args as Ticket;
    const fault = meets(['duty-failed', 'duty-answer-lost'], ticket.id);
    if (fault === 'duty-failed') throw new TaskError('Lambda.TooManyRequestsException', '');
    const next = await passDeadline(ticket).catch((error: unknown) => {
      throw new TaskError('Error', String(error));
    });
    if (fault === 'duty-answer-lost') throw new TaskError('Lambda.SdkClientException', '');
    return next;
  }
  const { Key: key } = z.parse(WaitKey, args);
  const wanted = { pk: key.pk.S, sk: key.sk.S };
  const fault = meets(['table-busy', 'token-stored-answer-lost'], wanted.pk.split('#')[2] ?? '');
  if (fault === 'table-busy') throw new TaskError('DynamoDb.ThrottlingException', '');
  if (resource.includes(':getItem')) {
    const wait = waits.item(wanted);
    return wait ? { Item: attributesOf(wait) } : {};
  }
  const done = waits.updateItem(args);
  if (!done) throw new TaskError('DynamoDb.ConditionalCheckFailedException', '');
  if (fault === 'token-stored-answer-lost') throw new TaskError('DynamoDb.SdkClientException', '');
  return {};
};
