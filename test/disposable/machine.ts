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
import { Ticket } from '../../domain/ticket.ts';
import type { Dispatch } from '../../local/asl/dispatch.ts';
import { createEngine, type Engine } from '../../local/asl/engine.ts';
import { TaskError } from '../../local/asl/errors.ts';
import type { Json } from '../../local/asl/json.ts';
import { SfnError } from '../../local/asl/sfn-error.ts';
import { isLambdaArn } from '../../local/asl/task-state.ts';
import type { Clock } from '../../local/clock.ts';
import { MemoryStore } from '../simulation/memory-store.ts';
import { attributesOf, type WaitTable } from '../simulation/wait-table.ts';

export const MACHINE = 'arn:aws:states:eu-west-1:111122223333:stateMachine:meeting-request';

/** Every call that goes over a wire passes here, under the name of its site; whoever stands here may do something to it. */
export type Around = <Value>(site: string, call: () => Promise<Value>) => Promise<Value>;

export type AsProcess = <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;

type Parts = {
  readonly clock: Clock;
  readonly waits: WaitTable;
  readonly passDeadline: (ticket: Ticket) => Promise<Ticket>;
  readonly around: Around;
  /** The text of the definition that is deployed first. */
  readonly definition: string;
};

/** A definition on the embedded engine, with the SDK's client in front of it and the office behind it. */
export class Machine {
  readonly store = new MemoryStore();
  readonly engine: Engine;
  readonly sfn: SFNClient;

  constructor(parts: Parts) {
    this.engine = createEngine({ store: this.store, clock: parts.clock, dispatch: dispatchTo(parts) });
    this.deploy(parts.definition);
    const send = (command: object) =>
      parts.around(`sfn.${command.constructor.name.replace('Command', '')}`, () => this.#send(command));
    this.sfn = { send } as unknown as SFNClient;
  }

  deploy(definition: string): void {
    this.engine.registerMachine(MACHINE, definition);
  }

  /** Ends an execution from outside. */
  async close(name: string): Promise<void> {
    if (this.isRunning(name)) await this.engine.stopExecution(arnOf(name), { error: 'Killed', cause: null });
  }

  isRunning(name: string): boolean {
    return this.store.load(arnOf(name))?.status === 'RUNNING';
  }

  async #send(command: unknown): Promise<unknown> {
    try {
      if (command instanceof StartExecutionCommand) {
        const { name = '', input = '' } = command.input;
        return this.engine.startExecution({ machineArn: MACHINE, name, input });
      }
      if (command instanceof SendTaskSuccessCommand)
        return await this.engine.sendTaskSuccess(command.input.taskToken ?? '', command.input.output ?? '');
      if (command instanceof SendTaskFailureCommand) {
        const { taskToken = '', error = null, cause = null } = command.input;
        return await this.engine.sendTaskFailure(taskToken, { error, cause });
      }
    } catch (error) {
      if (!(error instanceof SfnError)) throw error;
      const Known = new Map(Object.entries(SIGNALS)).get(error.name);
      throw Known ? new Known({ message: error.message, $metadata: {} }) : error;
    }
    throw new Error('The office has never said this to Step Functions');
  }
}

const SIGNALS = { TaskTimedOut, TaskDoesNotExist, InvalidToken, ExecutionAlreadyExists };
const arnOf = (name: string): string => `${MACHINE.replace(':stateMachine:', ':execution:')}:${name}`;

const WaitKey = z.object({ Key: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }) });

/** What the machine may call: its wait item, and the office's duty. */
const dispatchTo = ({ waits, passDeadline, around }: Parts): Dispatch => ({
  invoke: (resource, args, { stateName }) =>
    around<Json>(`machine.${stateName}`, async () => {
      if (isLambdaArn(resource)) return duty(() => passDeadline(z.parse(Ticket, args)));
      if (resource.includes(':getItem')) {
        const { pk, sk } = z.parse(WaitKey, args).Key;
        const wait = await waits.get({ pk: pk.S, sk: sk.S });
        return wait ? { Item: attributesOf(wait) } : {};
      }
      if (!waits.updateItem(args)) throw new TaskError('DynamoDb.ConditionalCheckFailedException', '');
      return {};
    }),
});

const duty = async (pass: () => Promise<Ticket>): Promise<Ticket> => {
  try {
    return await pass();
  } catch (error) {
    throw new TaskError('Error', String(error));
  }
};
