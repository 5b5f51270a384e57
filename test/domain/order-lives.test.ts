import { describe, expect, test } from 'vitest';
import type { Change, Context } from '../../domain/change.ts';
import type { Order } from '../../domain/order.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import type { Request } from '../../domain/request.ts';
import { instantOf, toMillis } from '../../domain/time.ts';
import { diceOf } from '../../local/demo/dice.ts';
import { giveOrders, liveOut } from './order-lives/live-out.ts';
import { randomOffice } from './order-lives/random-office.ts';
import { newTally, watcherOf } from './order-lives/watcher.ts';
import { reach } from './stages-of-life.ts';

const ORDERS = 20;
const REQUESTS_OF_AN_OFFICE = 25;
const { request: met, at: metAt } = reach('in-follow-up');

/** So many orders in cities drawn from a seed; gives what was seen, and the first of what was not as it should be. */
const lives = (count: number, climb: typeof climbOverdue = climbOverdue) => {
  const tally = newTally();
  const faults: string[] = [];
  for (let requests = 0; requests * ORDERS < count; requests += REQUESTS_OF_AN_OFFICE) {
    const dice = diceOf(`city ${requests}`);
    const office = randomOffice(dice);
    for (let one = 0; one < REQUESTS_OF_AN_OFFICE; one += 1) {
      const watcher = watcherOf(office, tally);
      const parts = { office, dice, watcher, climb };
      liveOut(giveOrders(met, ORDERS, metAt, parts), parts);
      tally.orders += ORDERS;
      faults.push(...watcher.faults);
    }
  }
  return { tally, faults: faults.slice(0, 5) };
};

describe('A hundred thousand lives of orders, the clock moved through them', () => {
  test('stand on one rung each, skip none but vacant ones, repeat none, and tell each holder once, in working time', () => {
    const { tally, faults } = lives(100_000);
    expect(faults).toEqual([]);
    expect(tally.orders).toBe(100_000);
    expect(tally.climbs).toBeGreaterThan(100_000);
    expect(tally.vacancies).toBeGreaterThan(10_000);
    expect(tally.atTheTop).toBeGreaterThan(1_000);
    expect(tally.messages).toBeGreaterThan(90_000);
  }, 300_000);
});

describe('The same lives find a ladder', () => {
  const changed = (change: Change | undefined, of: (change: Change) => Change) => change && of(change);
  const withOrders = (change: Change, of: (order: Order) => Order): Change => ({
    ...change,
    after: { ...change.after, orders: change.after.orders.map(of) },
  });

  const isUp = ({ number, rung }: Order, { orders }: Request) => rung > (orders[number - 1]?.rung ?? rung);

  test.each<[string, (request: Request, context: Context) => Change | undefined, RegExp]>([
    [
      'that skips a rung which is held',
      (request, context) =>
        changed(climbOverdue(request, context), (change) =>
          withOrders(change, (order) => (isUp(order, request) ? { ...order, rung: order.rung + 1 } : order)),
        ),
      /is elsewhere|leaves the top|goes from|skips/,
    ],
    [
      'that tells twice',
      (request, context) =>
        changed(climbOverdue(request, context), (change) => ({
          ...change,
          letters: [...change.letters, ...change.letters],
        })),
      /is told twice/,
    ],
    [
      'that tells at night',
      (request, context) =>
        changed(climbOverdue(request, context), (change) => ({
          ...change,
          letters: change.letters.map((letter) => ({ ...letter, gatheredAt: context.at })),
        })),
      /outside working time/,
    ],
    [
      'that climbs early',
      (request, context) => {
        const later = { ...context, at: instantOf(toMillis(context.at) + 30 * 24 * 3_600_000) };
        return climbOverdue(request, later);
      },
      /before its time|has until/,
    ],
    [
      'that forgets an order',
      (request, context) =>
        changed(climbOverdue(request, context), (change) =>
          withOrders(change, (order) => (order.number === 3 ? (request.orders[2] ?? order) : order)),
        ),
      /should have climbed/,
    ],
  ])('%s', (_, climb, fault) => {
    expect(lives(500, climb).faults.join('\n')).toMatch(fault);
  });
});
