import type { Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import type { Visit } from '../visit.ts';

/** The meeting days of sessions: one visit for each turn to which something has happened. */
export type Visits = {
  /** The session with all its visits, in one small read; a moment old at most, unless `strong`. */
  ofDay(
    city: string,
    session: string,
    read?: { strong: boolean },
  ): Promise<{ readonly session: Session; readonly visits: readonly Visit[] } | undefined>;
  /** Writes a visit one version on. Refused with `changed-meanwhile` if somebody else did so first. */
  save(visit: Visit): Promise<Outcome<Visit>>;
};
