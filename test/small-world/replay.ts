import { setImmediate } from 'node:timers/promises';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { ExecutionAlreadyExists, TaskDoesNotExist } from '@aws-sdk/client-sfn';
import type { Instant } from '../../domain/time.ts';
import type { Client } from './ports.ts';
import type { Answer, Call } from './small-table.ts';

/** What somebody has been told so far, and when; it is all that decides what they do next. */
export type Told = { readonly answer: Answer; readonly at: Instant };
/** The next call of somebody, or what they came to. */
export type Next = { readonly call: Call } | { readonly result: unknown } | { readonly thrown: string };

const FAULTS: Readonly<Record<string, (more: object) => Error>> = {
  ConditionalCheckFailedException: (more) =>
    new ConditionalCheckFailedException({ message: '', $metadata: {}, ...more }),
  TransactionCanceledException: (more) => new TransactionCanceledException({ message: '', $metadata: {}, ...more }),
  ExecutionAlreadyExists: () => new ExecutionAlreadyExists({ message: '', $metadata: {} }),
  TaskDoesNotExist: () => new TaskDoesNotExist({ message: '', $metadata: {} }),
};

/**
 * Plays deployed code from its beginning, answers its first calls as they were answered before, and stops at the first that
 * was not: so it can be continued from any point, as often as there are ways to go on, unchanged. Calls that are made at
 * once are answered in their order. The clock shows the moment of the last answer.
 */
export const replay = async (
  begunAt: Instant,
  told: readonly Told[],
  play: (client: Client, clock: { now: () => Instant }) => Promise<unknown>,
): Promise<Next> => {
  let now = begunAt;
  const calls: Call[] = [];
  const client: Client = {
    send: (command) => {
      calls.push(callOf(command));
      const known = told[calls.length - 1];
      if (!known) return new Promise(() => {});
      now = known.at;
      return answered(known.answer);
    },
  };
  let end: Next | undefined;
  play(client, { now: () => now }).then(
    (result) => {
      end = { result };
    },
    (error: unknown) => {
      end = { thrown: error instanceof Error ? error.message : String(error) };
    },
  );
  await setImmediate();
  const next = calls[told.length];
  if (end) return end;
  if (!next) throw new Error('Somebody neither calls nor ends');
  return { call: next };
};

const callOf = (command: unknown): Call => {
  const { constructor: kind, input } = command as { constructor: { name: string }; input: object };
  return { command: kind.name, input };
};

const answered = async (answer: Answer): Promise<unknown> => {
  if ('output' in answer) return answer.output;
  throw FAULTS[answer.fault]?.(answer.more ?? {}) ?? Object.assign(new Error(answer.fault), { name: answer.fault });
};
