import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { isTopRung, rungDays } from './escalation.ts';
import { letter } from './letter.ts';
import { calendarOf } from './office.ts';
import { isOpen, type Order, openQuestion } from './order.ts';
import { placeOrder } from './order-place.ts';
import { resumedFacts, resumeUnanswered } from './order-question.ts';
import type { Owner } from './owner.ts';
import type { At, Request } from './request.ts';
import type { Instant } from './time.ts';
import type { TimelineEvent } from './timeline.ts';
import { afterWorkingDays } from './working-time.ts';

/** So many orders of one request climb in one write, which holds a hundred items; the others climb in the next. */
const MOST_AT_ONCE = 80;

/**
 * Every open order whose moment to climb has come moves one rung up, exactly once: the workflow's follow-up step does it at
 * the due instant, the schedule for each further rung. Both call this rule, under the request's version. An order whose
 * citizen has not answered in time runs on instead.
 *
 * @returns nothing if no order is due to climb
 */
export const climbOverdue = (request: Request, context: Context): Change | undefined => {
  if (request.status !== 'in-follow-up') return undefined;
  const due = climbingBy(request.orders, context.at).slice(0, MOST_AT_ONCE);
  if (due.length === 0) return undefined;
  const climbs = due.map((order) => climbOne(order, context));
  const draft: At<'in-follow-up'> = {
    ...request,
    orders: request.orders.map((order) => climbs.find(({ before }) => before === order)?.after ?? order),
  };
  const events = climbs.flatMap((climb) => eventsOf(climb, context));
  return conclude(request, draft, context, { events, letters: lettersOf(climbs) });
};

/** The orders that climb by then, if nobody acts, the first to climb first. */
export const climbingBy = (orders: readonly Order[], at: Instant): Order[] =>
  orders
    .filter((order) => isOpen(order) && order.climbsAt !== undefined && order.climbsAt <= at)
    .toSorted((a, b) => (a.climbsAt ?? '').localeCompare(b.climbsAt ?? ''));

type Climb = { readonly before: Order; readonly after: Order; readonly passed: readonly TimelineEvent[] };

const climbOne = (order: Order, context: Context): Climb => {
  if (openQuestion(order)) return { before: order, after: resumeUnanswered(order, context), passed: [] };
  const { office, at } = context;
  const { number, unit, rung } = order;
  const { held, passed } = placeOrder({ number, unit }, isTopOf(order, context) ? rung : rung + 1, context);
  const next = afterWorkingDays(calendarOf(office, unit), at, rungDays(office, unit, held.rung));
  const overdueSince = order.overdueSince ?? order.due.at;
  return { before: order, after: { ...order, ...held, climbsAt: next.at, rungSum: next.sum, overdueSince }, passed };
};

const isTopOf = ({ unit, rung }: Order, { office }: Context): boolean => isTopRung(office, unit, rung);

/** Why it climbed and which clock ran out, to be read in the case. */
const eventsOf = ({ before, after, passed }: Climb, context: Context): TimelineEvent[] => {
  if (openQuestion(before)) return [event('order-resumed', context, { facts: resumedFacts(before, after) })];
  const facts = {
    order: String(after.number),
    rung: String(after.rung),
    why: before.overdueSince === undefined ? 'due-passed' : 'rung-passed',
    ...(before.climbsAt !== undefined && { ranOut: before.climbsAt }),
    ...(after.owner.kind === 'staff' && { role: after.owner.role, unit: after.owner.unit }),
  };
  return [
    ...(before.overdueSince === undefined ? [event('order-overdue', context, { facts })] : []),
    ...passed,
    ...(after.rung !== before.rung ? [event('escalated', context, { facts })] : []),
  ];
};

/** One for each new holder, whatever number of orders has climbed to them. */
const lettersOf = (climbs: readonly Climb[]) => {
  const moved = climbs.filter(({ before, after }) => after.rung !== before.rung).map(({ after }) => after);
  const byHolder = Map.groupBy(moved, ({ owner }) => JSON.stringify(owner));
  return [...byHolder.values()].flatMap((orders) => {
    const [first] = orders;
    const numbers = orders.map(({ number }) => number).join(' ');
    return first ? [toHolder(first.owner, numbers)] : [];
  });
};

const toHolder = (owner: Owner, order: string) =>
  letter('escalated', owner, { step: 'follow-up', order }, { statuses: ['in-follow-up'] });
