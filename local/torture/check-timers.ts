import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { messagesTo } from '../demo/sign-ins.ts';
import type { Clients } from './clients.ts';
import type { Ledger } from './ledger.ts';
import { MACHINE_ARN } from './settings.ts';

/** Longer than any timer still has to run. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 500;

/**
 * Counts at the outbox what each timer has caused, once all have gone off and no execution runs any more. The outbox keeps
 * one message of a reference, and the reference is the task's token or the schedule's occurrence: a call repeated after a
 * kill under the same reference is the same message, one under another is a second one, and a duplicate.
 */
export const checkTimers = async (clients: Clients, timers: readonly string[], ledger: Ledger): Promise<void> => {
  const until = Date.now() + PATIENCE_MS;
  let silent = timers;
  for (;;) {
    const running = await isRunning(clients);
    silent = await withoutMessage(clients, silent);
    if ((silent.length === 0 && !running) || Date.now() > until) break;
    await sleep(LOOK_EVERY_MS);
  }
  for (const timer of timers) {
    const { length } = await messagesTo({ url: clients.outbox }, timer);
    if (length === 0) ledger.wrong('missedTimers', timer);
    if (length > 1) ledger.wrong('duplicatedEffects', `${timer} has caused ${length} messages`);
  }
};

/** How often the function behind the timers was called. */
export const countCalls = async (file: string): Promise<number> =>
  (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '').length;

const isRunning = async ({ engine }: Clients): Promise<boolean> => {
  const list = new ListExecutionsCommand({ stateMachineArn: MACHINE_ARN, statusFilter: 'RUNNING', maxResults: 1 });
  const { executions = [] } = await engine.send(list);
  return executions.length > 0;
};

const withoutMessage = async ({ outbox }: Clients, timers: readonly string[]): Promise<string[]> => {
  const silent: string[] = [];
  for (const timer of timers) if ((await messagesTo({ url: outbox }, timer)).length === 0) silent.push(timer);
  return silent;
};
