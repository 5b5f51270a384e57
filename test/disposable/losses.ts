import { executionName } from '../../domain/ticket.ts';
import { plusMinutes } from '../../domain/time.ts';
import type { Office } from './office.ts';
import type { OneLife } from './one-life.ts';
import { passTimeTo } from './pass-time.ts';

/** How an execution may come to an end that nobody wanted. */
const LOSSES = {
  /** Somebody stops it: it is closed, and its name is used up. */
  killed: ({ machine }: Office, { request, kept }: OneLife) => machine.close(executionName(request.id, kept.wait.run)),
  /** The engine is set up anew: it has never heard of it. */
  forgotten: async ({ machine }: Office) => machine.store.loseExecutions(),
} as const;
type LossName = keyof typeof LOSSES;

/** The sweeper leaves a minute to whoever wrote, comes every minute, and what it starts needs no time. */
const FOUND_WITHIN_MINUTES = 3;

/** Loses the execution and does nothing about it: it is found when somebody acts, or when the deadline has passed. */
export const lose = async (loss: LossName, office: Office, life: OneLife): Promise<void> => {
  office.trouble();
  await LOSSES[loss](office, life);
};

/** Loses the execution and sets its switch to now, as the runbook has it; the sweeper attaches the request again. Then once more. */
export const loseTwice = async (losses: readonly LossName[], office: Office, life: OneLife): Promise<void> => {
  for (const loss of losses) {
    await lose(loss, office, life);
    if (life.request.status === 'closed') continue;
    life.kept.wait.expectedBy = office.clock.now();
    await passTimeTo(office, plusMinutes(office.clock.now(), FOUND_WITHIN_MINUTES));
    if (!office.machine.isRunning(executionName(life.request.id, life.kept.wait.run)))
      throw new Error(`Nothing runs for a request that is ${life.request.status}`);
  }
};
