import { isHit, isInTime, moveFromClosure, spanOf } from '../../domain/closure.ts';
import type { Job } from '../../domain/job.ts';
import type { Office } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { isFree, isHeldBy, type Slot } from '../../domain/slot.ts';
import { decide } from '../decide.ts';
import { inTurns } from './in-turns.ts';
import type { MoveDatesNeeds, Moved } from './move-dates.ts';

export type ClearSessionsNeeds = MoveDatesNeeds & { readonly sessions: Sessions };

const MOST_SESSIONS = 60;

/**
 * Takes everybody out of an official's sessions in closed time, in the old order, into the next free regular slots, and closes
 * the slots that they leave. Done again, it finds nothing left to do.
 */
export const clearSessions = async (
  official: string,
  job: Job,
  office: Office,
  needs: ClearSessionsNeeds,
): Promise<Moved[]> => {
  if (!job.closing) return [];
  const closed = spanOf(job.closing, office.city.timeZone);
  const day = spanOf({ on: job.closing.on }, office.city.timeZone);
  const at = needs.clock.now();
  const listed = await needs.sessions.list(job.city, official, day.startsAt, MOST_SESSIONS);
  const open = listed.filter(({ cancelledAt }) => cancelledAt === undefined);
  const all = (await Promise.all(open.map((session) => needs.slots.of(session)))).flat();
  const hit = all.filter((slot) => isHit(slot, closed) && slot.startsAt > at).toSorted(byStart);
  const room = all.filter((slot) => !isHit(slot, closed) && slot.kind === 'regular' && isInTime(slot, at));
  const clearing = { closed, room: room.toSorted(byStart), job, office };

  const ends: Moved[] = [];
  for (const slot of hit) ends.push(...(await inTurns([slot], (one) => clear(one, clearing, needs))));
  for (const session of open.filter((one) => isHit(one, closed))) {
    const left = await needs.slots.of(session);
    if (left.length === 0) await needs.sessions.replace({ ...session, cancelledAt: at, version: session.version + 1 });
  }
  return ends;
};

type Clearing = {
  readonly closed: ReturnType<typeof spanOf>;
  readonly room: readonly Slot[];
  readonly job: Job;
  readonly office: Office;
};

const byStart = (a: Slot, b: Slot): number => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id);

const clear = async (slot: Slot, clearing: Clearing, needs: ClearSessionsNeeds): Promise<Moved> => {
  const { city } = clearing.job;
  const end = slot.holder === undefined ? 'unchanged' : await moveHolder(slot.holder, clearing, needs);
  // A hold while a form is open ends here.
  if (end === 'unchanged' && slot.holder !== undefined) await needs.slots.release(city, slot.id, slot.holder);
  const shut = await needs.slots.close(city, slot.id, needs.clock.now());
  return shut.agreed ? end : 'failed';
};

/** The new slot is claimed before the old one is let go, and for so long that nobody else gets it while silence may keep it. */
const moveHolder = async (
  id: string,
  { closed, room, job, office }: Clearing,
  needs: ClearSessionsNeeds,
): Promise<Moved> => {
  const { city, by, reason } = job;
  const next = await claimNext(id, room, city, needs);
  const moved = await decide(
    {
      read: async () => {
        const request = await needs.requests.find(city, id);
        return request ? agree(request) : refuse('not-found');
      },
      rule: (request, context) => moveFromClosure(request, { closed, next, why: reason }, context),
      by,
      office,
    },
    needs,
  );
  if (moved.agreed) return 'moved';
  if (next) await needs.slots.release(city, next.id, id);
  return moved.reason === 'changed-meanwhile' ? 'failed' : 'unchanged';
};

const claimNext = async (
  request: string,
  room: readonly Slot[],
  city: string,
  { slots, clock }: ClearSessionsNeeds,
): Promise<Slot | undefined> => {
  const at = clock.now();
  for (const known of room) {
    const slot = await slots.find(city, known.id);
    if (!slot || !(isFree(slot, at) || isHeldBy(slot, request))) continue;
    const held = await slots.hold(city, slot.id, request, { at, until: slot.startsAt });
    if (held.agreed) return held.value;
  }
  return undefined;
};
