import { afterPage, type Job, layDown, type Stop, takeUp } from '../../domain/job.ts';
import type { Office } from '../../domain/office.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import { clearCancelled, clearSessions } from './clear-sessions.ts';
import { fillExtraSession } from './fill-extra-session.ts';
import { inTurns } from './in-turns.ts';
import { bringStandIns, type LeadAlongNeeds, leadAlong } from './lead-along.ts';
import { type Moved, moveDates } from './move-dates.ts';

export type RunJobsNeeds = LeadAlongNeeds & { readonly directory: Directory; readonly jobs: Jobs };

/** How the requests ended that were met on the way. */
export type JobsRun = Readonly<Record<Moved, number>>;

const MOST_JOBS_PER_CITY = 10;
const MOST_REQUESTS_PER_JOB = 500;
const PAGE = 50;

/**
 * Goes on, in every city, with the jobs that are due: so many requests each, the place kept after every page. A page that is
 * worked twice changes nothing the second time.
 */
export const run = async (needs: RunJobsNeeds): Promise<JobsRun> => {
  const ends = { moved: 0, unchanged: 0, failed: 0 };
  for (const city of await needs.directory.cities()) {
    const office = await needs.directory.office(city);
    if (!office) continue;
    for (const job of await needs.jobs.due(city, needs.clock.now(), MOST_JOBS_PER_CITY)) {
      for (const end of await goOnWith(job, office, needs)) ends[end] += 1;
    }
  }
  return ends;
};

const goOnWith = async (found: Job, office: Office, needs: RunJobsNeeds): Promise<Moved[]> => {
  const { jobs, clock } = needs;
  const total = found.total ?? (await countOf(found, needs));
  let job: Job = { ...takeUp(found, clock.now()), total };
  if (!(await jobs.save(job))) return [];
  const all: Moved[] = [];
  while (job.finishedAt === undefined && all.length < MOST_REQUESTS_PER_JOB) {
    const walk = job;
    const { ids, next } = await nextPage(walk, needs);
    const [stop] = walk.stops;
    const cleared = stop ? await followSessions(stop, walk, office, needs) : [];
    const ends = [...cleared, ...(await inTurns(ids, (id) => moveDates(id, walk, office, needs)))];
    all.push(...ends);
    const count = (wanted: Moved) => ends.filter((end) => end === wanted).length;
    job = afterPage(walk, { next, done: ids.length, moved: count('moved'), failed: count('failed') }, clock.now());
    if (!(await jobs.save(job)) || job.tries > 0) return all;
  }
  if (job.finishedAt === undefined) await jobs.save(layDown(job, clock.now()));
  return all;
};

/** The work of stops that are no piles of requests. */
const followSessions = async ({ pile, of }: Stop, job: Job, office: Office, needs: RunJobsNeeds): Promise<Moved[]> => {
  switch (pile) {
    case 'sessions':
      return clearSessions(of, job, office, needs);
    case 'extra':
      return fillExtraSession(of, job, office, needs);
    case 'cancelled':
      return clearCancelled(of, job, office, needs);
    case 'session':
      return leadAlong(of, job, office, needs);
    case 'stand-ins':
      return bringStandIns(of, job, office, needs);
    default:
      return [];
  }
};

const PILES = ['triage', 'queue', 'meetings', 'follow-up'] as const;
const isPile = (pile: Stop['pile']): pile is (typeof PILES)[number] => PILES.some((one) => one === pile);

/** Orders are not counted beforehand: whose they are is known only by reading them. */
const countOf = async ({ city, stops }: Job, { requests }: RunJobsNeeds): Promise<number> => {
  let total = 0;
  for (const { pile, of } of stops) if (isPile(pile)) total += await requests.count({ city, pile, of });
  return total;
};

const nextPage = async (
  { city, stops: [stop], after }: Job,
  { requests }: RunJobsNeeds,
): Promise<{ ids: readonly string[]; next?: string | undefined }> => {
  if (stop === undefined || !(isPile(stop.pile) || stop.pile === 'orders')) return { ids: [] };
  const { pile, of } = stop;
  const page = { limit: PAGE, after };
  if (pile === 'orders') {
    const { items, next } = await requests.ordersOf(city, of, page);
    return { ids: [...new Set(items.map(({ request }) => request))], next };
  }
  const { items, next } = await requests.list({ city, pile, of }, page);
  return { ids: items.map(({ id }) => id), next };
};
