import { isOpen } from '../../domain/order.ts';
import { type Instant, toMillis } from '../../domain/time.ts';
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

/**
 * When each schedule next finds something to do, in epoch milliseconds: minutes in which it would find nothing are passed
 * over. It looks at what the twins keep, as the index `due` would show it.
 */
export const dueSchedules = async (house: MemoryHouse, { jobs }: SimulatedPorts): Promise<Map<string, number>> => {
  const first = new Map<string, Instant>();
  // Instants compare as texts; only the earliest of all is reckoned with.
  const note = (name: string, at: Instant): void => {
    const known = first.get(name);
    if (known === undefined || at < known) first.set(name, at);
  };
  for (const { wait, letters, request } of house.cases.values()) {
    if (wait.expectedBy !== undefined) note('sweep', wait.expectedBy);
    // What is gathered waits for its morning, which another schedule looks after.
    for (const { letter, dueAt } of letters)
      if (dueAt !== undefined && letter.gatheredAt === undefined) note('send-letters', dueAt);
    for (const order of request.orders)
      if (isOpen(order) && order.climbsAt !== undefined) note('escalate-overdue', order.climbsAt);
  }
  for (const { waiting } of house.ledgers.values()) if (waiting[0]) note('chain-ledger', waiting[0].entry.at);
  for (const at of house.looks.values()) note('allocate-turns', at || house.clock.now());
  for (const job of await jobs.due(CITY, '9999-12-31T00:00:00.000Z', 1)) note('run-jobs', job.dueAt);
  return new Map([...first].map(([name, at]) => [name, nextRun(name, toMillis(at))]));
};

/** The sweeper leaves a minute to whoever wrote; orders are looked at every five minutes. */
const nextRun = (name: string, dueAt: number): number => {
  const from = name === 'sweep' ? dueAt + MINUTE_MS : dueAt;
  const every = name === 'escalate-overdue' ? 5 * MINUTE_MS : MINUTE_MS;
  return Math.ceil(from / every) * every;
};
