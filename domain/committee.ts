import * as z from 'zod/mini';
import { isWorkingDay, openHoursOn } from './calendar.ts';
import type { Context } from './change.ts';
import { isTopRung } from './escalation.ts';
import { calendarOf, findUnit, isCurrent, type Office, today } from './office.ts';
import { isOpen, type Order, openQuestion } from './order.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Request } from './request.ts';
import { ClockTime, Instant, instantAt, LocalDate, localDateOf, plusDays } from './time.ts';
import { By } from './timeline.ts';
import { headquarters, isWithin } from './unit-tree.ts';
import { Role } from './user.ts';

/** A seat belongs to a role in a unit, whoever holds it that day. */
export const Seat = z.object({ role: Role, unit: z.string() });
export type Seat = z.infer<typeof Seat>;

/** A meeting of a unit's managers about what is overdue or disputed in the unit and below it. */
export const Committee = z.object({
  city: z.string(),
  id: z.string(),
  unit: z.string(),
  on: LocalDate,
  from: ClockTime,
  to: ClockTime,
  startsAt: Instant,
  attendees: z.array(Seat),
  /** The next one is planned so many weeks later, when this one is closed; 0 for one that stands alone. */
  everyWeeks: z.int(),
  /** The one before, whose undecided matters come first. */
  follows: z.optional(z.string()),
  openedAt: z.optional(Instant),
  closedAt: z.optional(Instant),
  minutes: z.optional(z.string()),
  next: z.optional(z.string()),
  version: z.int(),
});
export type Committee = z.infer<typeof Committee>;

const DECISION_KINDS = ['order', 'renew', 'return', 'meet', 'settle', 'bar'] as const;

/** One order on the agenda, as it stood when the committee began, and what was decided about it. */
export const Matter = z.object({
  number: z.int(),
  request: z.string(),
  code: z.string(),
  order: z.int(),
  unit: z.string(),
  why: z.enum(['disputed', 'overdue']),
  rung: z.int(),
  /** It can climb no further: here it comes back until it is settled. */
  atTop: z.boolean(),
  overdueSince: z.optional(Instant),
  disputes: z.int(),
  /** So many committees have left it undecided. */
  carried: z.int(),
  decision: z.optional(
    z.object({ kind: z.enum(DECISION_KINDS), at: Instant, by: By, text: z.string(), meeting: z.optional(z.string()) }),
  ),
});
export type Matter = z.infer<typeof Matter>;

export type CommitteePlan = Pick<Committee, 'id' | 'unit' | 'on' | 'from' | 'to' | 'everyWeeks'> & {
  readonly attendees?: readonly Seat[] | undefined;
  readonly follows?: string | undefined;
};

/** Refused in the past, in closed time, or with a seat in a unit that is not there. All managers sit in it by default. */
export const planCommittee = (plan: CommitteePlan, { office, at }: Context): Outcome<Committee> => {
  const { unit, on, from, to } = plan;
  const { timeZone, id: city } = office.city;
  const [startsAt, endsAt] = [instantAt(on, from, timeZone), instantAt(on, to, timeZone)];
  if (startsAt <= at) return refuse('session-impossible', { why: 'in-the-past' });
  if (endsAt <= startsAt) return refuseField('to', 'before-start');
  const isAtWork = openHoursOn(calendarOf(office, unit), on).some(
    ({ opens, closes }) => opens <= startsAt && endsAt <= closes,
  );
  if (!isAtWork) return refuse('session-impossible', { why: 'closed' });
  const attendees = plan.attendees ?? seatsOf(office, unit, at);
  if (attendees.some((seat) => !findUnit(office, seat.unit))) return refuseField('attendees', 'unknown');
  return agree({ city, ...plan, startsAt, attendees: [...attendees], version: 1 });
};

const seatsOf = (office: Office, unit: string, at: Instant): Seat[] => {
  const top = headquarters(office.units).id;
  const managers = unitsBelow(office, unit, at).map((id): Seat => ({ role: 'unit-manager', unit: id }));
  return [...managers, { role: 'coordinator', unit: top }, { role: 'inspector', unit: top }];
};

/** The unit itself and all below it, bodies outside the city aside: their liaison answers for them. */
export const unitsBelow = (office: Office, unit: string, at: Instant): string[] =>
  office.units
    .filter(
      (one) => one.kind !== 'external' && isCurrent(one, today(office, at)) && isWithin(office.units, one.id, unit),
    )
    .map(({ id }) => id);

/** An order that a committee must speak about: open, not waiting for its citizen, and overdue or disputed. */
const isForCommittee = (order: Order): boolean =>
  isOpen(order) && !openQuestion(order) && (order.overdueSince !== undefined || order.disputes > 0);

const MOST_MATTERS = 60;

type Found = { readonly request: Pick<Request, 'id' | 'code'>; readonly order: Order };

/**
 * What was left undecided comes first, then what can climb no further, then the disputed, then the longest overdue. What
 * the agenda cannot hold is found again the next time.
 *
 * @param left the matters of the committee before
 */
export const agendaOf = (found: readonly Found[], left: readonly Matter[], office: Office): Matter[] => {
  const matters = found
    .filter(({ order }) => isForCommittee(order))
    .map(({ request, order }) => matterOf(request, order, left, office))
    .toSorted(byUrgency);
  return matters.slice(0, MOST_MATTERS).map((matter, index) => ({ ...matter, number: index + 1 }));
};

const matterOf = (request: Found['request'], order: Order, left: readonly Matter[], office: Office): Matter => {
  const before = left.find((matter) => matter.request === request.id && matter.order === order.number);
  return {
    ...{ number: 0, request: request.id, code: request.code, order: order.number, unit: order.unit },
    ...{ why: order.disputes > 0 ? 'disputed' : 'overdue', rung: order.rung, disputes: order.disputes },
    atTop: isTopRung(office, order.unit, order.rung),
    ...(order.overdueSince !== undefined && { overdueSince: order.overdueSince }),
    carried: before && before.decision === undefined ? before.carried + 1 : 0,
  };
};

/** Later than anything that has been overdue. */
const NOT_OVERDUE: Instant = '9999-12-31T23:59:59.999Z';

const byUrgency = (a: Matter, b: Matter): number =>
  b.carried - a.carried ||
  Number(b.atTop) - Number(a.atTop) ||
  Number(b.why === 'disputed') - Number(a.why === 'disputed') ||
  (a.overdueSince ?? NOT_OVERDUE).localeCompare(b.overdueSince ?? NOT_OVERDUE);

/** From its day on; its agenda stands from then. */
export const openCommittee = (committee: Committee, { office, at }: Context): Outcome<Committee> => {
  if (committee.openedAt !== undefined) return refuse('already-recorded');
  if (today(office, at) < committee.on) return refuse('session-impossible', { why: 'too-early' });
  return agree({ ...committee, openedAt: at, version: committee.version + 1 });
};

/** Ends it with its minutes, and says when the next one is: so many weeks later, or on the next day the office is open. */
export const closeCommittee = (
  committee: Committee,
  { minutes, nextId }: { minutes: string; nextId: string },
  { office, at }: Context,
): Outcome<{ closed: Committee; next?: Committee }> => {
  if (committee.openedAt === undefined) return refuse('wrong-state', { status: 'planned' });
  if (committee.closedAt !== undefined) return refuse('already-recorded');
  const closed = { ...committee, closedAt: at, minutes, version: committee.version + 1 };
  const next = nextOf(committee, nextId, office, at);
  return agree(next ? { closed: { ...closed, next: next.id }, next } : { closed });
};

const MOST_DAYS_LATER = 30;

const nextOf = (committee: Committee, id: string, office: Office, at: Instant): Committee | undefined => {
  if (committee.everyWeeks === 0) return undefined;
  const { openedAt: _, ...plan } = committee;
  const calendar = calendarOf(office, committee.unit);
  const day = localDateOf(at, office.city.timeZone);
  const wished = plusDays(committee.on, 7 * committee.everyWeeks);
  const first = wished > day ? wished : plusDays(day, 1);
  const days = Array.from({ length: MOST_DAYS_LATER }, (_, later) => plusDays(first, later));
  const on = days.find((one) => isWorkingDay(calendar, one)) ?? first;
  const startsAt = instantAt(on, committee.from, office.city.timeZone);
  return { ...plan, id, on, startsAt, follows: committee.id, version: 1 };
};
