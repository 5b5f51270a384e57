import { isHit, isInTime, moveFromClosure, spanOf } from '../../domain/closure.ts';
import type { Job } from '../../domain/job.ts';
import { waitingLine } from '../../domain/live-place.ts';
import type { Office } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import type { Visits } from '../../domain/ports/visits.ts';
import { isOpen, type Session } from '../../domain/session.ts';
import { suits } from '../../domain/session-moves.ts';
import type { Slot } from '../../domain/slot.ts';
import type { Instant } from '../../domain/time.ts';
import { decide } from '../decide.ts';
import { claimNext } from './claim-next.ts';
import { inTurns } from './in-turns.ts';
import type { MoveDatesNeeds, Moved } from './move-dates.ts';

export type ClearSessionsNeeds = MoveDatesNeeds & { readonly sessions: Sessions; readonly visits: Visits };

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
  const hit = all.filter((slot) => isHit(slot, closed) && slot.startsAt > at);
  const there = await whoIsThere(
    open.filter((session) => isHit(session, closed)),
    job.city,
    needs,
  );
  const room = roomOf(open, all, closed, at, ['regular', 'urgent']);
  const clearing = { closed, room, there, job, office, says: 'closure' } as const;
  const ends = await clearSlots(hit, clearing, needs);
  for (const session of open.filter((one) => isHit(one, closed))) {
    const left = await needs.slots.of(session);
    if (left.length === 0) await needs.sessions.replace({ ...session, cancelledAt: at, version: session.version + 1 });
  }
  return ends;
};

/** The same for one session that was cancelled: whoever has a turn there is held another one of the official's. */
export const clearCancelled = async (
  id: string,
  job: Job,
  office: Office,
  needs: ClearSessionsNeeds,
): Promise<Moved[]> => {
  const session = await needs.sessions.find(job.city, id);
  if (session?.cancelledAt === undefined) return [];
  const at = needs.clock.now();
  const ahead = await needs.sessions.list(job.city, session.official, at, MOST_SESSIONS);
  const open = ahead.filter((one) => one.cancelledAt === undefined);
  const all = (await Promise.all(open.map((one) => needs.slots.of(one)))).flat();
  const hit = (await needs.slots.of(session)).filter(({ startsAt }) => startsAt > at);
  const room = roomOf(open, all, session, at);
  return clearSlots(hit, { closed: session, room, job, office, says: 'session-cancelled' }, needs);
};

type Span = Pick<Slot, 'startsAt' | 'endsAt'>;
type Room = { readonly slot: Slot; readonly session: Session };

type Clearing = {
  readonly closed: Span;
  readonly room: readonly Room[];
  readonly job: Job;
  readonly office: Office;
  /** Who has come already and waits in the building. */
  readonly there?: ReadonlySet<string>;
  /** What people are written. */
  readonly says: 'closure' | 'session-cancelled';
};

/** Where people can be taken: turns of these kinds in sessions that are open, far enough ahead. */
const roomOf = (
  sessions: readonly Session[],
  slots: readonly Slot[],
  closed: Span,
  at: Instant,
  kinds: readonly Slot['kind'][] = ['regular'],
): Room[] =>
  slots
    .filter((slot) => !isHit(slot, closed) && kinds.includes(slot.kind) && isInTime(slot, at))
    .toSorted(byStart)
    .flatMap((slot) => {
      const session = sessions.find(({ id }) => id === slot.session);
      return session && isOpen(session, at) ? { slot, session } : [];
    });

const clearSlots = async (hit: readonly Slot[], clearing: Clearing, needs: ClearSessionsNeeds): Promise<Moved[]> => {
  // What nobody has is closed first: whoever loses a turn joins the queue again, and must not be offered one of these.
  const unheld = hit.filter(({ holder }) => holder === undefined);
  const ends: Moved[] = await inTurns(unheld, (slot) => clear(slot, clearing, needs));
  if (ends.includes('failed')) return ends;
  const isThere = ({ holder = '' }: Slot) => clearing.there?.has(holder) ?? false;
  // Whoever has come already is asked first, and has the first place of the next session.
  const inOrder = hit
    .filter((slot) => !unheld.includes(slot))
    .toSorted((a, b) => Number(isThere(b)) - Number(isThere(a)) || byStart(a, b));
  for (const slot of inOrder) ends.push(...(await inTurns([slot], (one) => clear(one, clearing, needs))));
  return ends;
};

const whoIsThere = async (
  hit: readonly Session[],
  city: string,
  { visits }: ClearSessionsNeeds,
): Promise<ReadonlySet<string>> => {
  const days = await Promise.all(hit.map(({ id }) => visits.ofDay(city, id, { strong: true })));
  return new Set(days.flatMap((day) => waitingLine(day?.visits ?? []).map(({ request }) => request)));
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
  { closed, room, there, job, office, says }: Clearing,
  needs: ClearSessionsNeeds,
): Promise<Moved> => {
  const { city, by, reason } = job;
  const holder = await needs.requests.find(city, id);
  const isThere = there?.has(id) ?? false;
  const isFor = ({ slot, session }: Room) => holder && suits(session, holder) && (isThere || slot.kind === 'regular');
  const next = await claimNext(
    id,
    room.filter(isFor).map(({ slot }) => slot),
    city,
    needs,
  );
  const moved = await decide(
    {
      read: async () => {
        const request = await needs.requests.find(city, id);
        return request ? agree(request) : refuse('not-found');
      },
      rule: (request, context) => moveFromClosure(request, { closed, next, why: reason, says, isThere }, context),
      by,
      office,
    },
    needs,
  );
  if (moved.agreed) return 'moved';
  if (next) await needs.slots.release(city, next.id, id);
  return moved.reason === 'changed-meanwhile' ? 'failed' : 'unchanged';
};
