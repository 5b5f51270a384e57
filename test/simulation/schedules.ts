import { isOpen } from '../../domain/order.ts';
import { plusMinutes, toMillis } from '../../domain/time.ts';
import { run as allocateTurns } from '../../functions/scheduled/allocate-turns.ts';
import { run as chainLedger } from '../../functions/scheduled/chain-ledger.ts';
import { run as escalateOverdue } from '../../functions/scheduled/escalate-overdue.ts';
import { run as runJobs } from '../../functions/scheduled/run-jobs.ts';
import { run as sendLetters } from '../../functions/scheduled/send-letters.ts';
import { run as sweep } from '../../functions/scheduled/sweep.ts';
import type { MemoryHouse } from '../support/memory/memory-house.ts';
import { CITY } from './city.ts';
import type { SimulatedPorts } from './ports.ts';

export const SCHEDULES: Readonly<Record<string, (needs: SimulatedPorts) => Promise<unknown>>> = {
  sweep,
  'run-jobs': runJobs,
  'send-letters': sendLetters,
  'chain-ledger': chainLedger,
  'escalate-overdue': escalateOverdue,
  'allocate-turns': allocateTurns,
};

const MINUTE_MS = 60_000;
const FIVE_MINUTES_MS = 5 * MINUTE_MS;
/** The sweeper leaves a minute to whoever wrote. */
const GRACE_MINUTES = 1;

/**
 * When each schedule next finds something to do, in epoch milliseconds: minutes in which it would find nothing are passed
 * over. It looks at what the twins keep, as the index `due` would show it.
 */
export const dueSchedules = async (house: MemoryHouse, { jobs }: SimulatedPorts): Promise<Map<string, number>> => {
  const due = new Map<string, number>();
  const note = (name: string, at: string, everyMs = MINUTE_MS): void => {
    const mark = Math.ceil(toMillis(at) / everyMs) * everyMs;
    if (mark < (due.get(name) ?? Number.POSITIVE_INFINITY)) due.set(name, mark);
  };
  for (const { wait, letters, request } of house.cases.values()) {
    if (wait.expectedBy !== undefined) note('sweep', plusMinutes(wait.expectedBy, GRACE_MINUTES));
    for (const { dueAt } of letters) if (dueAt !== undefined) note('send-letters', dueAt);
    for (const order of request.orders)
      if (isOpen(order) && order.climbsAt !== undefined) note('escalate-overdue', order.climbsAt, FIVE_MINUTES_MS);
  }
  for (const { waiting } of house.ledgers.values()) if (waiting[0]) note('chain-ledger', waiting[0].entry.at);
  for (const at of house.looks.values()) note('allocate-turns', at);
  for (const job of await jobs.due(CITY, '9999-12-31T00:00:00.000Z', 1)) note('run-jobs', job.dueAt);
  return due;
};
