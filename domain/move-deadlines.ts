import { type OfficeCalendar, openHoursOn } from './calendar.ts';
import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { letter } from './letter.ts';
import { latestAnswer } from './offers.ts';
import { calendarOf } from './office.ts';
import { isOpen, type Order, openQuestion } from './order.ts';
import { remindersFor, spreadOf } from './reminders.ts';
import type { At, Request, Status } from './request.ts';
import type { Instant } from './time.ts';
import { localDateOf } from './time.ts';
import { afterWorkingDays, type Deadline, fixedAt, recompute } from './working-time.ts';

/** One date that moved. `internal`: nobody but the staff was told of it. */
type Move = { readonly was: Instant; readonly is: Instant; readonly facts: Facts; readonly internal: boolean };
type Facts = Readonly<Record<string, string>>;

/** In these stages the deadline is the citizen's own. */
const OWN_LIMIT: readonly Status[] = ['needs-info', 'answered', 'declined', 'offered', 'awaiting-confirmation'];

/**
 * What a changed calendar does to an open request: its limit, the promised date, the dates of its open orders and its
 * reminders are counted again. No date comes earlier than it was told; a date that has passed stays.
 *
 * @param why in the words of whoever changed the calendar
 * @returns nothing if no date moves, so that the second run changes nothing
 */
export const moveDeadline = (request: Request, context: Context, why: string): Change | undefined => {
  if (request.status === 'closed') return undefined;
  const draft = counted(request, context);
  const moves = movesBetween(request, draft);
  if (moves.length === 0) return undefined;
  const told = moves.find((move) => isTold(move, request, context));
  return conclude(request, draft, context, {
    events: moves.map(({ was, is, facts, internal }) =>
      event('deadline-moved', context, {
        text: why,
        facts: { ...facts, was, dueAt: is },
        ...(internal && { internal }),
      }),
    ),
    letters: told
      ? [letter('deadline-moved', 'applicant', { dueAt: told.is }, { statuses: [request.status], before: told.is })]
      : [],
  });
};

const counted = (request: Exclude<Request, At<'closed'>>, context: Context): Request => {
  const { promised } = request;
  return {
    ...request,
    ...(request.status === 'scheduled' && { reminders: movedReminders(request, context) }),
    ...(promised && { promised: moved(promised, request.unit, context) }),
    deadline: moved(request.deadline, request.unit, context, latestOf(request)),
    orders: request.orders.map((order) => movedOrder(order, request, context)),
  };
};

const latestOf = (request: Request): Instant | undefined =>
  request.status === 'offered' ? latestAnswer(request.offered, request.silenceKeeps) : undefined;

/** A date that would come earlier stays; if the office is shut by then, it is the close of the next working day. */
const moved = (deadline: Deadline, unit: string, { office, at }: Context, latest?: Instant): Deadline => {
  if (deadline.at <= at) return deadline;
  const calendar = calendarOf(office, unit);
  const again = recompute(deadline, calendar);
  if (again === deadline) return deadline;
  const open = again.at > deadline.at ? again : { ...deadline, at: nextOpen(calendar, deadline.at) };
  const due = latest !== undefined && latest < open.at ? fixedAt(latest, at) : open;
  return due.at > deadline.at ? due : deadline;
};

/** The moment itself while the office is open, or just closing; else the close of its day or of the next working day. */
const nextOpen = (calendar: OfficeCalendar, at: Instant): Instant => {
  const today = openHoursOn(calendar, localDateOf(at, calendar.timeZone));
  return today.some(({ opens, closes }) => opens < at && at <= closes) ? at : afterWorkingDays(calendar, at, 0).at;
};

/** Until it is overdue an order climbs at its due date; from then on the time on its rung counts. */
const movedOrder = (order: Order, { unit }: Request, context: Context): Order => {
  if (!isOpen(order) || order.climbsAt === undefined) return order;
  const question = openQuestion(order);
  if (question) {
    const until = moved(question.until, unit, context);
    const questions = order.questions?.map((one) => (one === question ? { ...one, until } : one));
    return until === question.until ? order : { ...order, ...(questions && { questions }), climbsAt: until.at };
  }
  if (order.overdueSince === undefined) {
    const due = moved(order.due, order.unit, context);
    return due === order.due ? order : { ...order, due, climbsAt: due.at };
  }
  if (order.rungSum === undefined) return order;
  const climbs = moved({ at: order.climbsAt, sum: order.rungSum }, order.unit, context);
  return { ...order, climbsAt: climbs.at, rungSum: climbs.sum };
};

/** As many as are still to be sent; where a new time has passed already, the old ones stay. */
const movedReminders = ({ appointment, reminders, unit, id }: At<'scheduled'>, { office, at }: Context): Instant[] => {
  const { times } = remindersFor(appointment.startsAt, { office, unit, at, spread: spreadOf(id) });
  return times.length < reminders.length ? reminders : times.slice(times.length - reminders.length);
};

const movesBetween = (before: Request, after: Request): Move[] => [
  ...promiseMoves(before, after),
  ...stageMoves(before, after),
  ...before.orders.flatMap((order, index) => orderMoves(order, after.orders[index] ?? order)),
  ...reminderMoves(before, after),
];

/** Once a turn has been offered, the promise to offer one is the staff's concern alone. */
const promiseMoves = (before: Request, { promised }: Request): Move[] =>
  moveOf(before.promised?.at, promised?.at, { of: 'promise' }, before.status !== 'waiting');

/** The limit of the follow-up is that of an order, and the limit of the queue may be the promise: those are named once. */
const stageMoves = (before: Request, { deadline, promised }: Request): Move[] =>
  before.status === 'in-follow-up' || (before.status === 'waiting' && deadline.at === promised?.at)
    ? []
    : moveOf(before.deadline.at, deadline.at, { of: 'stage' });

const orderMoves = (before: Order, { number, due, climbsAt }: Order): Move[] => {
  const facts = { of: 'order', order: String(number) };
  return due.at === before.due.at
    ? moveOf(before.climbsAt, climbsAt, { ...facts, of: 'rung' }, true)
    : moveOf(before.due.at, due.at, facts);
};

const reminderMoves = (before: Request, after: Request): Move[] =>
  before.status === 'scheduled' && after.status === 'scheduled'
    ? before.reminders.flatMap((time, index) => moveOf(time, after.reminders[index], { of: 'reminder' }, true))
    : [];

const moveOf = (was: Instant | undefined, is: Instant | undefined, facts: Facts, internal = false): Move[] =>
  was === undefined || is === undefined || was === is ? [] : [{ was, is, facts, internal }];

/** The applicant is written to about an own limit or the promised date, and only if it falls on another day. */
const isTold = ({ was, is, facts, internal }: Move, { status }: Request, { office }: Context): boolean => {
  const { timeZone } = office.city;
  const isTheirs = facts.of === 'promise' || (facts.of === 'stage' && OWN_LIMIT.includes(status));
  return isTheirs && !internal && localDateOf(was, timeZone) !== localDateOf(is, timeZone);
};
