import * as z from 'zod/mini';
import { backOff } from './back-off.ts';
import { Closing } from './closure.ts';
import { deskUnitOf, type Office } from './office.ts';
import { type Instant as At, Instant, plusMinutes } from './time.ts';
import { By } from './timeline.ts';

/**
 * One listing on the way of a job: a pile or the orders of a unit, the queue of an official, the sessions in closed time, one
 * session that was changed or cancelled, one held in place of a closed one (`extra`), or those of an official who is away.
 */
const Stop = z.object({
  pile: z.enum([
    'triage',
    'queue',
    'meetings',
    'follow-up',
    'orders',
    'sessions',
    'extra',
    'session',
    'cancelled',
    'stand-ins',
  ]),
  of: z.string(),
});
export type Stop = z.infer<typeof Stop>;

/**
 * A walk through all open requests that a changed calendar touches, page by page. It keeps its place, and every page may be
 * worked twice: what has moved moves no more.
 */
export const Job = z.object({
  city: z.string(),
  id: z.string(),
  /** Whose calendar changed; the whole city's if absent. */
  unit: z.optional(z.string()),
  reason: z.string(),
  /** The sudden closure that comes first of all; its sessions are cleared before dates move. */
  closing: z.optional(Closing),
  by: By,
  askedAt: Instant,
  /** What is still to be visited; the walk stands in the first, behind `after`. */
  stops: z.array(Stop),
  after: z.optional(z.string()),
  /** How often the page at which it stands was tried in vain. */
  tries: z.int(),
  /** Requests on the piles when the walk began; known from its first run on. */
  total: z.optional(z.int()),
  done: z.int(),
  moved: z.int(),
  failed: z.int(),
  dueAt: Instant,
  finishedAt: z.optional(Instant),
  version: z.int(),
});
export type Job = z.infer<typeof Job>;

/** Until then every process sees the new calendar, and decides by it whatever the walk has passed already. */
const BEGINS_AFTER_MINUTES = 1;
/** Nobody else takes a job up while it is being worked. */
const LEASE_MINUTES = 2;
const MOST_TRIES = 3;

export const openJob = (
  job: Pick<Job, 'city' | 'id' | 'reason' | 'by'> & {
    readonly unit?: string | undefined;
    readonly closing?: Closing | undefined;
  },
  office: Office,
  at: At,
): Job => ({
  ...{ city: job.city, id: job.id, reason: job.reason, by: job.by, askedAt: at },
  ...(job.unit !== undefined && { unit: job.unit }),
  ...(job.closing && { closing: job.closing }),
  ...{ stops: stopsOf(office, job), tries: 0, done: 0, moved: 0, failed: 0 },
  ...{ dueAt: plusMinutes(at, BEGINS_AFTER_MINUTES), version: 1 },
});

/** The people of changed or cancelled sessions are led along, once the change is sure to be written. */
export const openSessionJob = (job: Pick<Job, 'city' | 'id' | 'reason' | 'by' | 'stops'>, at: At): Job => ({
  ...job,
  askedAt: at,
  tries: 0,
  done: 0,
  moved: 0,
  failed: 0,
  dueAt: plusMinutes(at, BEGINS_AFTER_MINUTES),
  version: 1,
});

/**
 * Piles in the order in which requests go through them, so that one that moves on meanwhile is met again. The requests of
 * other units are met through the orders that they have given to this one; in a whole city all are on a pile.
 */
const stopsOf = (office: Office, { unit, closing }: Pick<Partial<Job>, 'unit' | 'closing'>): Stop[] => {
  const units = office.units.map(({ id }) => id).filter((id) => unit === undefined || deskUnitOf(office, id) === unit);
  const officials = office.officials.filter((official) => units.includes(official.unit)).map(({ id }) => id);
  const all = (pile: Stop['pile'], places: readonly string[]): Stop[] => places.map((of) => ({ pile, of }));
  return [
    ...(closing ? all('sessions', officials) : []),
    ...all('triage', units),
    ...all('queue', officials),
    ...all('meetings', units),
    ...all('follow-up', units),
    ...(unit === undefined ? [] : all('orders', units)),
  ];
};

/** Taken up by one run. */
export const takeUp = (job: Job, at: At): Job => ({
  ...job,
  dueAt: plusMinutes(at, LEASE_MINUTES),
  version: job.version + 1,
});

/** Where the walk stands after a page. A page with failures is tried again later, and passed after some tries. */
export const afterPage = (
  job: Job,
  page: { readonly next: string | undefined; readonly done: number; readonly moved: number; readonly failed: number },
  at: At,
): Job => {
  const moved = job.moved + page.moved;
  if (page.failed > 0 && job.tries + 1 < MOST_TRIES) {
    return { ...job, moved, tries: job.tries + 1, dueAt: backOff(job.tries, at), version: job.version + 1 };
  }
  const { after: _, ...walk } = job;
  const stops = page.next === undefined ? job.stops.slice(1) : job.stops;
  return {
    ...takeUp({ ...walk, stops, tries: 0, moved, done: job.done + page.done, failed: job.failed + page.failed }, at),
    ...(page.next !== undefined && { after: page.next }),
    ...(stops.length === 0 && { finishedAt: at }),
  };
};

/** Laid down until the next run. */
export const layDown = (job: Job, at: At): Job => ({ ...job, dueAt: at, version: job.version + 1 });
