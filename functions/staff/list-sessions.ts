import type { listSessions } from '../../contract/staff/session.ts';
import { mayAt } from '../../domain/access.ts';
import { findOfficial } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { plusMillis } from '../../domain/time.ts';
import type { Answer } from '../answer.ts';
import { viewStaffSession } from './session-view.ts';

type Needs = { readonly sessions: Sessions; readonly clock: Clock };

/** Sessions of one official never begin together, so the next page begins right after the last one's start. */
export const answer: Answer<typeof listSessions, Needs> = async (call, { sessions, clock }) => {
  const { city, office, caller, params, query } = call;
  const official = findOfficial(office, params.official);
  if (!official || !mayAt(caller, 'read-sessions', { unit: official.unit, official: official.id }, office)) {
    return refuse('not-found');
  }
  const at = clock.now();
  const found = await sessions.list(city, official.id, query.after ?? at, query.limit);
  const last = found.at(-1);
  return agree({
    items: found.map((session) => viewStaffSession(session, { ...call, at })),
    next: last && found.length === query.limit ? plusMillis(last.startsAt, 1) : undefined,
  });
};
