import type { Attendee } from '../../domain/attendee.ts';
import type { Office } from '../../domain/office.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import type { Session } from '../../domain/session.ts';
import { changeSession, dayOfWish, type SessionWish } from '../../domain/session-change.ts';
import type { User } from '../../domain/user.ts';
import { attendeesOf } from './attendees-of.ts';
import { byStaff } from './decide-for-unit.ts';

type Given = Omit<SessionWish, 'attendees'> & { readonly attendees?: string | readonly Attendee[] | undefined };

export const wishOf = ({ on, from, venue, mode, attendees }: Given): SessionWish => ({
  ...{ on, from, venue, mode },
  attendees: attendeesOf(attendees),
});

/** The session as the staff wish it, beside all that is held there and then. */
export const changedBy = async (
  session: Session,
  wish: SessionWish,
  { city, office, caller }: { readonly city: string; readonly office: Office; readonly caller: User },
  { sessions, clock }: { readonly sessions: Sessions; readonly clock: Clock },
): Promise<Outcome<Session>> => {
  const on = dayOfWish(session, wish);
  const [others, atVenue] = await Promise.all([
    sessions.onDay(city, { official: session.official }, on),
    sessions.onDay(city, { venue: wish.venue ?? session.venue }, on),
  ]);
  return changeSession(session, wish, { others, atVenue }, { at: clock.now(), by: byStaff(caller), office });
};
