import type { Attendee } from './attendee.ts';
import type { Context } from './change.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import type { Request } from './request.ts';
import { impossible, type Session, unfitAttendees } from './session.ts';
import type { Span } from './session-slots.ts';
import type { Slot } from './slot.ts';
import { isTaken } from './slot.ts';
import {
  type ClockTime,
  clockTimeOf,
  earlier,
  type Instant,
  instantAt,
  type LocalDate,
  plusMillis,
  toMillis,
} from './time.ts';

/** What is to be otherwise: another day or hour (it keeps its length), place or way, or other people at the table. */
export type SessionWish = {
  readonly on?: LocalDate | undefined;
  readonly from?: ClockTime | undefined;
  readonly venue?: string | undefined;
  readonly mode?: Session['mode'] | undefined;
  readonly attendees?: readonly Attendee[] | undefined;
};

/** The day on which a session would be held by this wish. */
export const dayOfWish = (session: Session, { on = session.on }: SessionWish): LocalDate => on;

/**
 * The session as it is wished. Refused once it is cancelled or over, and wherever it could not have been planned.
 *
 * @param days as for `planSession`, those of the day and the venue that are wished
 */
export const changeSession = (
  session: Session,
  wish: SessionWish,
  days: { readonly others: readonly Session[]; readonly atVenue: readonly Session[] },
  context: Context,
): Outcome<Session> => {
  if (session.cancelledAt !== undefined) return refuse('session-impossible', { why: 'cancelled' });
  if (session.endsAt <= context.at) return refuse('session-impossible', { why: 'in-the-past' });
  const { venue = session.venue, mode = session.mode } = wish;
  const times = timesOf(session, wish, context);
  const isElsewhere = times.startsAt !== session.startsAt || venue !== session.venue;
  const bad =
    (isElsewhere ? impossible({ ...session, ...times, venue }, days, context) : undefined) ??
    unfitAttendees(wish.attendees ?? [], times.on, context);
  if (bad) return bad;
  return agree({
    ...{ ...session, ...times, venue, mode, version: session.version + 1 },
    ...(times.startsAt !== session.startsAt && { ofDay: days.others.length + 1 }),
    ...(isElsewhere && { ofVenueDay: days.atVenue.length + 1 }),
    ...(wish.attendees && { attendees: [...wish.attendees] }),
  });
};

const timesOf = (session: Session, wish: SessionWish, { office }: Context) => {
  const { timeZone } = office.city;
  const on = dayOfWish(session, wish);
  const startsAt =
    wish.on === undefined && wish.from === undefined
      ? session.startsAt
      : instantAt(on, wish.from ?? clockTimeOf(session.startsAt, timeZone), timeZone);
  const later = toMillis(startsAt) - toMillis(session.startsAt);
  const moved = (span: Span) => ({
    startsAt: plusMillis(span.startsAt, later),
    endsAt: plusMillis(span.endsAt, later),
  });
  const { breaks, publishesAt } = session;
  return {
    ...{ on, ...moved(session) },
    ...(breaks && { breaks: breaks.map(moved) }),
    ...(publishesAt !== undefined && {
      publishesAt: waitsForStaff(session) ? startsAt : earlier(publishesAt, startsAt),
    }),
  };
};

/** A session that would be published only when it begins is published by the staff, or never. */
export const waitsForStaff = ({ publishesAt, startsAt }: Pick<Session, 'publishesAt' | 'startsAt'>): boolean =>
  publishesAt === startsAt;

/** Refused once it is over. Cancelling twice is the same act; whoever had a turn is given another one by a job. */
export const cancelSession = (session: Session, at: Instant): Outcome<Session> => {
  if (session.cancelledAt !== undefined) return agree(session);
  if (session.endsAt <= at) return refuse('session-impossible', { why: 'in-the-past' });
  return agree({ ...session, cancelledAt: at, version: session.version + 1 });
};

/** Opens the session at once. Publishing what is open already changes nothing. */
export const publishSession = (session: Session, at: Instant): Outcome<Session> => {
  if (session.cancelledAt !== undefined) return refuse('session-impossible', { why: 'cancelled' });
  if (session.startsAt <= at) return refuse('session-impossible', { why: 'in-the-past' });
  if (session.publishesAt === undefined || session.publishesAt <= at) return agree(session);
  const { publishesAt: _, ...open } = session;
  return agree({ ...open, version: session.version + 1 });
};

/** Whom a change of the session concerns: a turn there, or an offer of one. */
export type Affected = { readonly slot: Slot; readonly request: Request; readonly has: 'turn' | 'offer' };

/** A slot that is only held while a form is open gives nobody a turn yet. */
export const affectedBy = (slot: Slot, request: Request, at: Instant): Affected | undefined => {
  if (!isTaken(slot, at) || slot.startsAt <= at) return undefined;
  if (request.status === 'scheduled' && request.appointment.slot === slot.id) return { slot, request, has: 'turn' };
  const isOffered = request.status === 'offered' && request.offered.some((turn) => turn.slot === slot.id);
  return isOffered ? { slot, request, has: 'offer' } : undefined;
};

/** Do people have to know? Not of other attendees. */
export const concernsPeople = (before: Session, after: Session): boolean =>
  before.startsAt !== after.startsAt || before.venue !== after.venue || before.mode !== after.mode;

/** What a preview showed, in one text: the session, what was to happen to it, and who had what there. */
export const previewText = (session: Session, act: unknown, affected: readonly Affected[]): string =>
  JSON.stringify([
    session.id,
    session.version,
    act,
    affected.map(({ slot, request, has }) => [slot.id, request.id, has]),
  ]);
