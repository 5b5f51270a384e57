import { CLOSURE, isInTime, seatAfterClosure } from '../../domain/closure.ts';
import type { Job } from '../../domain/job.ts';
import type { Office } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import { decide } from '../decide.ts';
import { claimNext } from './claim-next.ts';
import type { ClearSessionsNeeds } from './clear-sessions.ts';
import { inTurns } from './in-turns.ts';
import type { Moved } from './move-dates.ts';

/** As many as any session has turns. */
const MOST_SEATS = 100;

/**
 * Gives the turns of a session that is held in place of a closed one to those who wait because of the closure, in the order of
 * the queue. Done again, it seats whoever is still without a turn, and writes to nobody twice.
 */
export const fillExtraSession = async (
  id: string,
  job: Job,
  office: Office,
  needs: ClearSessionsNeeds,
): Promise<Moved[]> => {
  const session = await needs.sessions.find(job.city, id);
  if (!session || session.cancelledAt !== undefined) return [];
  const at = needs.clock.now();
  const line = await needs.requests.line(job.city, session.official, MOST_SEATS);
  const room = (await needs.slots.of(session)).filter((slot) => isInTime(slot, at));

  const seat = async (request: string): Promise<Moved> => {
    const waiting = await needs.requests.find(job.city, request);
    if (waiting?.status !== 'waiting' || waiting.priority !== CLOSURE) return 'unchanged';
    const next = await claimNext(request, room, job.city, needs);
    if (!next) return 'unchanged';
    const read = async () => {
      const now = await needs.requests.find(job.city, request);
      return now ? agree(now) : refuse('not-found');
    };
    const rule: Parameters<typeof decide>[0]['rule'] = (now, context) => seatAfterClosure(now, next, context);
    const seated = await decide({ read, rule, by: job.by, office }, needs);
    if (seated.agreed) return 'moved';
    await needs.slots.release(job.city, next.id, request);
    return seated.reason === 'changed-meanwhile' ? 'failed' : 'unchanged';
  };
  const ends: Moved[] = [];
  // One after the other: whoever has waited longer has the earlier turn.
  for (const { id: request } of line) ends.push(...(await inTurns([request], seat)));
  return ends;
};
