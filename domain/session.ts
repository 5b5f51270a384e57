import * as z from 'zod/mini';
import { type Attendee, Attendees, MOST_ATTENDEES } from './attendee.ts';
import { unknownAttendee } from './attendees.ts';
import { openHoursOn, whyClosed } from './calendar.ts';
import type { Context } from './change.ts';
import { MODES } from './mode.ts';
import { calendarOf, findOfficial, isCurrent, policiesOf, today } from './office.ts';
import { absenceOn } from './official.ts';
import type { Outcome, Refused } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import { overlap, type Shares, type Span, slotsOf, turnTimes } from './session-slots.ts';
import type { Slot } from './slot.ts';
import { type ClockTime, Instant, instantAt, LocalDate, later } from './time.ts';

/** A public-meeting day of an official: where, how, from when to when, in turns of how many minutes. */
export const Session = z.object({
  city: z.string(),
  id: z.string(),
  official: z.string(),
  unit: z.string(),
  venue: z.string(),
  mode: z.enum(MODES),
  /** Its day, and the how-manieth of the official's on it: of two that are planned at one instant, one is refused. */
  on: LocalDate,
  ofDay: z.int(),
  /** The how-manieth of its venue's on that day. */
  ofVenueDay: z.optional(z.int()),
  startsAt: Instant,
  endsAt: Instant,
  slotMinutes: z.int(),
  slots: z.int(),
  breaks: z.optional(z.array(z.object({ startsAt: Instant, endsAt: Instant }))),
  attendees: z.optional(Attendees),
  /** The template that it was planned from. */
  template: z.optional(z.string()),
  /** From when on its slots are open; at once if absent. One that waits for the staff's word would open when it begins. */
  publishesAt: z.optional(Instant),
  /** The post that receives people while the official is away. */
  standIn: z.optional(z.string()),
  cancelledAt: z.optional(Instant),
  version: z.int(),
});
export type Session = z.infer<typeof Session>;

export type SessionPlan = {
  readonly id: string;
  readonly official: string;
  readonly venue: string;
  readonly mode: Session['mode'];
  readonly on: LocalDate;
  readonly from: ClockTime;
  readonly to: ClockTime;
  readonly slotMinutes?: number | undefined;
  readonly breaks?: readonly Break[] | undefined;
  /** Slots kept for urgent cases and for walk-ins, where they differ from the city's usual ones. */
  readonly shares?: Shares | undefined;
  readonly attendees?: readonly Attendee[] | undefined;
  readonly template?: string | undefined;
  /** When it is published: at once if absent, by the staff's word if `by-hand`. */
  readonly publish?: Instant | 'by-hand' | undefined;
};

/** A pause on the office clock of the session's day. */
type Break = { readonly from: ClockTime; readonly to: ClockTime };

/** The most turns that one session holds; session and slots are written in one transaction. */
const MOST_SLOTS = 80;

export const isPublished = ({ publishesAt }: Pick<Session, 'publishesAt'>, at: Instant): boolean =>
  publishesAt === undefined || publishesAt <= at;

/** May citizens see it, and turns in it be given? */
export const isOpen = (session: Session, at: Instant): boolean =>
  session.cancelledAt === undefined && isPublished(session, at);

/**
 * Plans a session and its slots. Refused in the past, in closed time, over another session of the same official, where the
 * venue has no room for one more, or with attendees whom the city does not have.
 *
 * @param others the sessions that the official ever had on that day, as `Sessions.onDay` lists them
 * @param atVenue those that the venue ever had on that day; where it is not given, the venue's room is not looked at
 */
export const planSession = (
  plan: SessionPlan,
  others: readonly Session[],
  context: Context,
  atVenue?: readonly Session[],
): Outcome<{ session: Session; slots: Slot[] }> => {
  const { office } = context;
  const official = findOfficial(office, plan.official);
  if (!official || !isCurrent(official, today(office, context.at))) return refuseField('official', 'unknown');
  const onClock = ({ from, to }: Break): Span => ({
    startsAt: instantAt(plan.on, from, office.city.timeZone),
    endsAt: instantAt(plan.on, to, office.city.timeZone),
  });
  const span = onClock(plan);
  const place = { ...plan, ...span, unit: official.unit };
  const bad = impossible(place, { others, atVenue: atVenue ?? [] }, context);
  if (bad) return bad;

  const breaks = (plan.breaks ?? []).map(onClock);
  const badBreak = breaks.findIndex(
    (one) => one.endsAt <= one.startsAt || one.startsAt < span.startsAt || one.endsAt > span.endsAt,
  );
  if (badBreak >= 0) return refuseField(`breaks.${badBreak}`, 'does-not-fit');
  const usual = policiesOf(office, official.unit).sessionTemplate;
  const slotMinutes = plan.slotMinutes ?? usual.slotMinutes;
  const slots = turnTimes(span, slotMinutes, breaks).length;
  if (slots < 1 || slots > MOST_SLOTS) return refuseField('slotMinutes', 'does-not-fit');
  const badAttendees = unfitAttendees(plan.attendees ?? [], plan.on, context);
  if (badAttendees) return badAttendees;

  const { id, venue, mode, attendees, template, publish } = plan;
  const publishesAt = publish === 'by-hand' ? span.startsAt : publish;
  const standIn = absenceOn(official, plan.on)?.standIn;
  const session: Session = {
    ...{ city: office.city.id, id, official: plan.official, unit: official.unit, venue, mode },
    ...{ on: plan.on, ofDay: others.length + 1, ...span, slotMinutes, slots, version: 1 },
    ...(atVenue && { ofVenueDay: atVenue.length + 1 }),
    ...(breaks.length > 0 && { breaks }),
    ...(attendees && attendees.length > 0 && { attendees: [...attendees] }),
    ...(template !== undefined && { template }),
    ...(publishesAt !== undefined && publishesAt > context.at && { publishesAt }),
    ...(standIn !== undefined && { standIn }),
  };
  return agree({ session, slots: slotsOf(session, plan.shares ?? usual) });
};

type Place = Span & Pick<Session, 'id' | 'unit' | 'venue' | 'on'>;

/** Why nothing can be held there and then; nothing if it can. */
export const impossible = (
  place: Place,
  { others, atVenue }: { readonly others: readonly Session[]; readonly atVenue: readonly Session[] },
  context: Context,
): Refused | undefined => {
  const { office, at } = context;
  const venue = office.venues.find(({ id }) => id === place.venue);
  if (!venue || !isCurrent(venue, today(office, at))) return refuseField('venue', 'unknown');
  if (place.startsAt <= at) return refuse('session-impossible', { why: 'in-the-past' });
  if (place.endsAt <= place.startsAt) return refuseField('to', 'before-start');
  const closed = closedThen(place, context);
  if (closed) return closed;
  const running = (one: Session) => one.id !== place.id && one.cancelledAt === undefined && overlap(one, place);
  const clash = others.find(running);
  if (clash) return refuse('session-impossible', { why: 'overlaps', session: clash.id });
  const beside = atVenue.filter((one) => one.venue === place.venue && running(one));
  return venue.capacity !== undefined && mostAtOnce(beside, place) > venue.capacity
    ? refuse('session-impossible', { why: 'over-capacity', capacity: venue.capacity })
    : undefined;
};

const closedThen = ({ unit, on, startsAt, endsAt }: Place, { office }: Context): Refused | undefined => {
  const calendar = calendarOf(office, unit);
  if (openHoursOn(calendar, on).some((hours) => hours.opens <= startsAt && endsAt <= hours.closes)) return undefined;
  const closed = whyClosed(calendar, on);
  if (closed?.because === 'holiday') return refuse('session-impossible', { why: 'holiday', name: closed.name });
  return refuse('session-impossible', { why: closed ? 'closed' : 'outside-hours' });
};

/**
 * The capacity of a venue counts meetings that go on side by side, and a session has one at a time: so it is the most
 * sessions at any moment of this one, this one among them.
 */
const mostAtOnce = (beside: readonly Session[], place: Span): number => {
  const once = [...new Map(beside.map((session) => [session.id, session])).values()];
  const moments = [place, ...once].map(({ startsAt }) => later(startsAt, place.startsAt));
  const runningAt = (moment: Instant) => once.filter((one) => one.startsAt <= moment && moment < one.endsAt).length;
  return 1 + Math.max(...moments.map(runningAt));
};

export const unfitAttendees = (
  attendees: readonly Attendee[],
  on: LocalDate,
  { office }: Pick<Context, 'office'>,
): Refused | undefined => {
  if (attendees.length > MOST_ATTENDEES) return refuseField('attendees', 'too-long');
  const unknown = unknownAttendee(attendees, office, on);
  return unknown === undefined ? undefined : refuseField(`attendees.${unknown}`, 'unknown');
};
