import { standInOn } from '../../domain/absence.ts';
import type { Job } from '../../domain/job.ts';
import { findOfficial, type Office } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Session } from '../../domain/session.ts';
import { followSession, isTold, type SessionNews } from '../../domain/session-moves.ts';
import type { Slot } from '../../domain/slot.ts';
import { decide } from '../decide.ts';
import { shiftSlots } from '../shift-slots.ts';
import type { ClearSessionsNeeds } from './clear-sessions.ts';
import { inTurns } from './in-turns.ts';
import type { Moved } from './move-dates.ts';

export type LeadAlongNeeds = ClearSessionsNeeds & { readonly caseFiles: CaseFiles };

const MOST_SESSIONS = 60;

/** Leads the people of a session to where it is now, and tells each once: the slots first, then who has them. */
export const leadAlong = async (id: string, job: Job, office: Office, needs: LeadAlongNeeds): Promise<Moved[]> => {
  const session = await needs.sessions.find(job.city, id);
  const at = needs.clock.now();
  if (!session || session.cancelledAt !== undefined || session.startsAt <= at) return [];
  const slots = await shiftSlots(session, at, needs.slots);
  return tellAll(slots, { mark: `v${session.version}`, tells: 'moved' }, job, office, needs);
};

/** Gives the sessions of an official who is away their stand-in, and tells their people once. */
export const bringStandIns = async (
  official: string,
  job: Job,
  office: Office,
  needs: LeadAlongNeeds,
): Promise<Moved[]> => {
  const post = findOfficial(office, official);
  const ahead = await needs.sessions.list(job.city, official, needs.clock.now(), MOST_SESSIONS);
  const ends: Moved[] = [];
  for (const session of ahead) {
    const standIn = standInOn(post, session.on);
    if (session.cancelledAt !== undefined || standIn === undefined) continue;
    ends.push(...(await bringStandIn({ ...session, standIn }, session, job, office, needs)));
  }
  return ends;
};

const bringStandIn = async (
  session: Session & { readonly standIn: string },
  was: Session,
  job: Job,
  office: Office,
  needs: LeadAlongNeeds,
): Promise<Moved[]> => {
  if (was.standIn !== session.standIn) {
    const written = await needs.sessions.replace({ ...session, version: session.version + 1 });
    if (!written.agreed) return ['failed'];
  }
  const news = { mark: session.standIn, tells: 'stand-in' } as const;
  return tellAll(await needs.slots.of(session), news, job, office, needs);
};

const tellAll = (
  slots: readonly Slot[],
  news: SessionNews,
  job: Job,
  office: Office,
  needs: LeadAlongNeeds,
): Promise<Moved[]> => {
  const taken = slots.filter(({ holder }) => holder !== undefined);
  return inTurns(taken, (slot) => tell(slot, news, job, office, needs));
};

const tell = async (
  slot: Slot,
  news: SessionNews,
  { city, by }: Job,
  office: Office,
  needs: LeadAlongNeeds,
): Promise<Moved> => {
  const file = await needs.caseFiles.read(city, slot.holder ?? '');
  if (!file || isTold(file.events, slot.session, news)) return 'unchanged';
  const read = async () => {
    const request = await needs.requests.find(city, file.request.id);
    return request ? agree(request) : refuse('not-found');
  };
  const rule: Parameters<typeof decide>[0]['rule'] = (request, context) => followSession(request, slot, news, context);
  const told = await decide({ read, rule, by, office }, needs);
  if (told.agreed) return 'moved';
  return told.reason === 'changed-meanwhile' ? 'failed' : 'unchanged';
};
