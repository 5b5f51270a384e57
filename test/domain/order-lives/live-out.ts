import { isWorkingDay } from '../../../domain/calendar.ts';
import { type Change, type Context, withNextStep } from '../../../domain/change.ts';
import { handOver } from '../../../domain/hand-over.ts';
import { issue } from '../../../domain/issue-orders.ts';
import { calendarOf, type Office } from '../../../domain/office.ts';
import { isOpen, type Order } from '../../../domain/order.ts';
import { answerOrder, askAboutOrder } from '../../../domain/order-question.ts';
import { bar, confirmOrder, disputeOrder, renew, reportDone } from '../../../domain/orders.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { climbOverdue } from '../../../domain/overdue.ts';
import type { Request } from '../../../domain/request.ts';
import { type Instant, instantOf, localDateOf, plusDays, plusMinutes, toMillis } from '../../../domain/time.ts';
import { THE_OFFICE } from '../../../domain/timeline.ts';
import type { Dice } from '../../../local/demo/dice.ts';
import { agreed } from '../../support/world.ts';
import type { Watcher } from './watcher.ts';

type Parts = {
  readonly office: Office;
  readonly dice: Dice;
  readonly watcher: Watcher;
  readonly climb: typeof climbOverdue;
};

const MOST_STEPS = 9;
const EVERY = { actor: 'staff', username: 'manager.hq' } as const;

type Act = (request: Request, order: Order, context: Context, dice: Dice) => Outcome<Change>;

/** Acts that begin an order anew: whoever holds it then is told again. */
const BEGIN: readonly Act[] = [
  (request, { number, unit, due }, context, dice) => {
    const first = plusDays(due.at.slice(0, 10), 1 + dice(10));
    const days = Array.from({ length: 20 }, (_, index) => plusDays(first, index));
    const dueOn = days.find((day) => isWorkingDay(calendarOf(context.office, unit), day)) ?? first;
    return renew(request, { order: number, dueOn, reason: 'Parts.' }, context);
  },
  (request, { number }, context) => disputeOrder(request, { order: number, text: 'No.' }, context),
  (request, { number }, context, dice) => {
    const units = context.office.units.map(({ id }) => id);
    return handOver(request, { order: number, unit: units[dice(units.length)] ?? '', reason: 'Theirs.' }, context);
  },
];
const GO_ON: readonly Act[] = [
  (request, { number }, context) => reportDone(request, { order: number, proof: { letterNumber: '7' } }, context),
  (request, { number }, context) => reportDone(request, { order: number, proof: { letterNumber: '8' } }, context),
  (request, { number }, context) => confirmOrder(request, number, context),
  (request, { number }, context) => bar(request, { order: number, ground: 'Law.' }, context),
  (request, { number }, context) => askAboutOrder(request, { order: number, text: 'Which?' }, context),
  (request, { number }, context) => answerOrder(request, { order: number, text: 'This.' }, context),
];

/** Orders that are given at one meeting, some due on the same day, to any units of the city. */
export const giveOrders = (met: Request, count: number, at: Instant, { office, dice, watcher }: Parts): Request => {
  const context: Context = { at, by: EVERY, office };
  const days = [undefined, 4 + dice(20), 4 + dice(20)].map((days) =>
    days === undefined ? undefined : plusDays(localDateOf(at, office.city.timeZone), days),
  );
  const wishes = Array.from({ length: count }, (_, index) => {
    const unit = office.units[dice(office.units.length)]?.id ?? '';
    const dueOn = days[dice(days.length)];
    const isOpenThen = dueOn !== undefined && isWorkingDay(calendarOf(office, unit), dueOn);
    return { text: `Order ${index + 1}`, unit, ...(isOpenThen && { dueOn }) };
  });
  const { orders } = agreed(issue({ ...met, orders: [] }, wishes, context));
  for (const order of orders) watcher.begins(order);
  return withNextStep({ ...met, orders }, at);
};

/** Lets the orders of one request live: people act now and then, and whatever nobody attends to climbs. */
export const liveOut = (start: Request, parts: Parts): void => {
  const { dice } = parts;
  let life = { request: start, at: start.orders[0]?.issuedAt ?? start.until };
  for (let step = 0; step < MOST_STEPS && life.request.status !== 'closed'; step += 1) {
    const next = life.request.orders.flatMap((order) => (isOpen(order) && order.climbsAt) || []).toSorted()[0];
    const isLeft = next !== undefined && dice(3) > 0;
    life = isLeft ? climbs(life.request, next, parts) : acts(life.request, momentBefore(next, life.at, dice), parts);
  }
};

const momentBefore = (next: Instant | undefined, at: Instant, dice: Dice): Instant => {
  const minutes = next === undefined ? 3 * 24 * 60 : Math.floor((toMillis(next) - toMillis(at)) / 60_000);
  return instantOf(toMillis(plusMinutes(at, dice(Math.max(1, minutes)))) + 1);
};

/** At its instant, or some minutes late where the workflow's step was lost; and once more, which must change nothing. */
const climbs = (request: Request, next: Instant, { office, dice, watcher, climb }: Parts) => {
  const at = dice(2) === 0 ? next : plusMinutes(next, dice(6));
  const context: Context = { at, by: THE_OFFICE, office };
  const change = climb(request, context);
  if (!change) {
    watcher.faults.push(`Nothing climbs at ${at}`);
    return { request, at };
  }
  watcher.climbed(change, at);
  if (climb(change.after, context)) watcher.faults.push(`Something climbs twice at ${at}`);
  return { request: change.after, at };
};

const acts = (request: Request, at: Instant, { office, dice, watcher }: Parts) => {
  const order = request.orders[dice(request.orders.length)];
  const begins = dice(3) === 0;
  const chosen = begins ? BEGIN : GO_ON;
  const act = chosen[dice(chosen.length)];
  const acted = order && act?.(request, order, { at, by: EVERY, office }, dice);
  if (!order || !acted?.agreed) return { request, at };
  if (begins) watcher.begins(order);
  watcher.acted(acted.value, at);
  return { request: acted.value.after, at };
};
