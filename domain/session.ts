import * as z from 'zod/mini';
import { openHoursOn } from './calendar.ts';
import type { Context } from './change.ts';
import { calendarOf, findOfficial, isCurrent, policiesOf, today } from './office.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Slot } from './slot.ts';
import { isTaken } from './slot.ts';
import { Instant, instantAt, LocalDate, plusMinutes, toMillis } from './time.ts';

export const MODES = ['in-person', 'phone', 'video'] as const;

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
  startsAt: Instant,
  endsAt: Instant,
  slotMinutes: z.int(),
  slots: z.int(),
  attendees: z.optional(z.string()),
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
  readonly from: string;
  readonly to: string;
  readonly slotMinutes?: number | undefined;
  readonly attendees?: string | undefined;
};

/** The most turns that one session holds; session and slots are written in one transaction. */
const MOST_SLOTS = 90;

/**
 * Plans a session and opens its slots. Refused in the past, in closed time, over another session of the same official.
 *
 * @param others the official's other sessions, at least all of that day, cancelled ones among them
 */
export const planSession = (
  plan: SessionPlan,
  others: readonly Session[],
  context: Context,
): Outcome<{ session: Session; slots: Slot[] }> => {
  const { office, at } = context;
  const official = findOfficial(office, plan.official);
  if (!official || !isCurrent(official, today(office, at))) return refuseField('official', 'unknown');
  if (!hasVenue(plan.venue, context)) return refuseField('venue', 'unknown');
  const startsAt = instantAt(plan.on, plan.from, office.city.timeZone);
  const endsAt = instantAt(plan.on, plan.to, office.city.timeZone);
  if (startsAt <= at) return refuse('session-impossible', { why: 'in-the-past' });
  if (endsAt <= startsAt) return refuseField('to', 'before-start');
  const open = openHoursOn(calendarOf(office, official.unit), plan.on);
  if (!open.some((hours) => hours.opens <= startsAt && endsAt <= hours.closes)) {
    return refuse('session-impossible', { why: 'closed' });
  }
  const clash = others.find((other) => !other.cancelledAt && other.startsAt < endsAt && startsAt < other.endsAt);
  if (clash) return refuse('session-impossible', { why: 'overlaps', session: clash.id });

  const template = policiesOf(office, official.unit).sessionTemplate;
  const slotMinutes = plan.slotMinutes ?? template.slotMinutes;
  const count = Math.floor((toMillis(endsAt) - toMillis(startsAt)) / 60_000 / slotMinutes);
  if (count < 1 || count > MOST_SLOTS) return refuseField('slotMinutes', 'does-not-fit');

  const { id, venue, mode, attendees } = plan;
  const session: Session = {
    ...{ city: office.city.id, id, official: plan.official, unit: official.unit, venue, mode },
    ...{ on: plan.on, ofDay: others.filter(({ on }) => on === plan.on).length + 1 },
    ...{ startsAt, endsAt, slotMinutes, slots: count, version: 1 },
    ...(attendees !== undefined && { attendees }),
  };
  return agree({ session, slots: slotsOf(session, template) });
};

const hasVenue = (id: string, { office, at }: Context): boolean =>
  office.venues.some((venue) => venue.id === id && isCurrent(venue, today(office, at)));

/** The last turns of a session are kept for urgent cases and walk-ins, as the template says. */
const slotsOf = (session: Session, template: { urgentSlots: number; walkInSlots: number }): Slot[] =>
  Array.from({ length: session.slots }, (_, index) => {
    const fromTheEnd = session.slots - 1 - index;
    const kept =
      fromTheEnd < template.walkInSlots
        ? 'walk-in'
        : fromTheEnd < template.walkInSlots + template.urgentSlots
          ? 'urgent'
          : 'regular';
    return {
      city: session.city,
      id: slotId(session.id, index + 1),
      session: session.id,
      official: session.official,
      number: index + 1,
      kind: session.slots > template.walkInSlots + template.urgentSlots ? kept : 'regular',
      startsAt: plusMinutes(session.startsAt, index * session.slotMinutes),
      endsAt: plusMinutes(session.startsAt, (index + 1) * session.slotMinutes),
    };
  });

const slotId = (session: string, number: number): string => `${session}-${String(number).padStart(2, '0')}`;

export const slotIdsOf = (session: Pick<Session, 'id' | 'slots'>): string[] =>
  Array.from({ length: session.slots }, (_, index) => slotId(session.id, index + 1));

export type SessionChanges = Partial<Pick<Session, 'venue' | 'mode' | 'attendees'>>;

/** Another place or way, or other people at the table. Its time stays: the turns were given for it. */
export const changeSession = (
  session: Session,
  changes: { readonly [Field in keyof SessionChanges]: SessionChanges[Field] | undefined },
  context: Context,
): Outcome<Session> => {
  if (session.cancelledAt !== undefined) return refuse('session-impossible', { why: 'cancelled' });
  if (session.endsAt <= context.at) return refuse('session-impossible', { why: 'in-the-past' });
  const { venue = session.venue, mode = session.mode, attendees = session.attendees } = changes;
  if (!hasVenue(venue, context)) return refuseField('venue', 'unknown');
  return agree({
    ...{ ...session, venue, mode, version: session.version + 1 },
    ...(attendees !== undefined && { attendees }),
  });
};

/** Nobody loses a turn by it: while one is held, or offered, the session stands. Cancelling twice is the same act. */
export const cancelSession = (session: Session, slots: readonly Slot[], { at }: Context): Outcome<Session> => {
  if (session.cancelledAt !== undefined) return agree(session);
  if (session.endsAt <= at) return refuse('session-impossible', { why: 'in-the-past' });
  const taken = slots.filter((slot) => isTaken(slot, at)).length;
  if (taken > 0) return refuse('session-has-turns', { taken });
  return agree({ ...session, cancelledAt: at, version: session.version + 1 });
};
