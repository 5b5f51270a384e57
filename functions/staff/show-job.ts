import type { showJob } from '../../contract/staff/job.ts';
import { mayAt } from '../../domain/access.ts';
import { CLOSURE, isHit, spanOf } from '../../domain/closure.ts';
import { type ExtraSession, proposeSession } from '../../domain/extra-session.ts';
import type { Job } from '../../domain/job.ts';
import { deskUnitOf } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { headquarters } from '../../domain/unit-tree.ts';
import type { Answer, Call } from '../answer.ts';
import { byStaff } from './decide-for-unit.ts';
import { viewExtraSession } from './view-extra-session.ts';

type Needs = {
  readonly jobs: Jobs;
  readonly sessions: Sessions;
  readonly requests: Requests;
  readonly clock: Clock;
};

export const answer: Answer<typeof showJob, Needs> = async (call, needs) => {
  const { city, office, caller, params } = call;
  const job = await needs.jobs.find(city, params.job);
  const place = job?.unit ?? headquarters(office.units).id;
  if (!job || !mayAt(caller, 'close-office', { unit: place }, office)) return refuse('not-found');
  const { id, unit, reason, askedAt, done, total, moved, failed, finishedAt } = job;
  // Requests may have come in since they were counted, and orders were not counted.
  const known = total === undefined ? undefined : Math.max(total, done);
  const lacking = finishedAt === undefined ? [] : await withoutTurn(job, call, needs);
  const extra = lacking.map(({ proposal, needed }) => viewExtraSession(proposal, needed, call));
  return agree({ id, unit, reason, askedAt, done, total: known, moved, failed, finishedAt, extra });
};

const MOST_SESSIONS = 60;
const MOST_WAITING = 100;
/** Whoever lost a turn stands at the head of the queue. */
const FIRST_RANK = 0;

/** For each official whose people a closure left without a turn: how many they are, and the session that could be held. */
const withoutTurn = async (
  { closing, unit }: Job,
  { city, office, caller }: Call<typeof showJob>,
  { sessions, requests, clock }: Needs,
): Promise<{ proposal: ExtraSession; needed: number }[]> => {
  if (!closing) return [];
  const [closed, day] = [spanOf(closing, office.city.timeZone), spanOf({ on: closing.on }, office.city.timeZone)];
  const found = [];
  for (const official of office.officials) {
    if (unit !== undefined && deskUnitOf(office, official.unit) !== unit) continue;
    const listed = await sessions.list(city, official.id, day.startsAt, MOST_SESSIONS);
    const lost = listed.find((session) => isHit(session, closed));
    if (!lost) continue;
    const line = await requests.line(city, official.id, MOST_WAITING);
    const first = line.filter(({ rank }) => rank === FIRST_RANK).map(({ id }) => requests.find(city, id));
    const needed = (await Promise.all(first)).filter(
      (request) => request?.status === 'waiting' && request.priority === CLOSURE,
    ).length;
    const context = { at: clock.now(), by: byStaff(caller), office };
    const proposal = needed > 0 ? proposeSession(lost, listed, context) : undefined;
    if (proposal) found.push({ proposal, needed });
  }
  return found;
};
