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
import { meetingRequest } from '../../workflows/meeting-request.ts';
import type { Fault } from './faults.ts';
import { MemoryStore } from './memory-store.ts';
import { attributesOf, type WaitTable } from './wait-table.ts';

export const MACHINE = 'arn:aws:states:eu-west-1:111122223333:stateMachine:meeting-request';
const PASS_DEADLINE = 'arn:aws:lambda:eu-west-1:111122223333:function:pass-deadline';
const DEFINITION = meetingRequest({ tableName: 'waits', passDeadlineArn: PASS_DEADLINE });
/** Definitions that a redeployment puts in the place of the last one: the same machine under another comment. */
const definitionOf = (number: number): string => JSON.stringify({ ...DEFINITION, Comment: `Deployment ${number}` });

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

  constructor(parts: Parts) {
    const dispatch: Dispatch = { invoke: (resource, args) => dispatchTo(parts, resource, args) };
    this.engine = createEngine({ store: this.store, clock: parts.clock, dispatch });
    this.#alter = parts.alter ?? ((text) => text);
    this.deploy();
    this.sfn = { send: (command: unknown) => this.#send(command, parts) } as unknown as SFNClient;
  }

  deploy(): void {
    this.#deployments += 1;
    this.engine.registerMachine(MACHINE, this.#alter(definitionOf(this.#deployments)));
  }

  async kill(name: string): Promise<boolean> {
    const arn = `${MACHINE.replace(':stateMachine:', ':execution:')}:${name}`;
    if (this.store.load(arn)?.status !== 'RUNNING') return false;
    await this.engine.stopExecution(arn, { error: 'Killed', cause: null });
    return true;
  }

  isRunning(name: string): boolean {
    return this.store.load(`${MACHINE.replace(':stateMachine:', ':execution:')}:${name}`)?.status === 'RUNNING';
  }

  async #send(command: unknown, { meets }: Parts): Promise<unknown> {
    if (this.isAway) throw named('ServiceUnavailable');
    const fault = meets(['signal-failed', 'signal-answer-lost'], requestIn(command));
    if (fault === 'signal-failed') throw named('ThrottlingException');
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

const requestIn = (command: unknown): string => {
  if (command instanceof StartExecutionCommand) return (command.input.name ?? '').split('-', 1).join();
  const said = command instanceof SendTaskFailureCommand ? command.input.cause : undefined;
  const ticket = command instanceof SendTaskSuccessCommand ? command.input.output : said;
  return ticket === undefined ? '' : z.parse(z.object({ id: z.string() }), JSON.parse(ticket)).id;
};

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
    const wait = await waits.get(wanted);
    return wait ? { Item: attributesOf(wait) } : {};
  }
  const done = waits.updateItem(args);
  if (!done) throw new TaskError('DynamoDb.ConditionalCheckFailedException', '');
  if (fault === 'token-stored-answer-lost') throw new TaskError('DynamoDb.SdkClientException', '');
  return {};
};
