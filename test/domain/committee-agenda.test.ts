import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { agendaOf, type Matter } from '../../domain/committee.ts';
import type { Order } from '../../domain/order.ts';
import { reach, START } from './stages-of-life.ts';

describe('The agenda', () => {
  const [issued] = reach('in-follow-up').request.orders;
  if (!issued) throw new Error('A request in follow-up has an order');
  const LATE = '2026-06-01T16:00:00.000Z';
  const OVERDUE: Partial<Order> = { overdueSince: LATE, rung: 1 };
  const found = (number: number, more: Partial<Order>) => ({
    request: { id: `R${number}`, code: `C${number}` },
    order: { ...issued, number, ...more },
  });
  const numbersOf = (...orders: ReturnType<typeof found>[]) => agendaOf(orders, [], eastmere).map(({ order }) => order);
  /** A matter that the committee before has left, or decided. */
  const left = (of: ReturnType<typeof found>, more: Partial<Matter> = {}): Matter => ({
    ...{ number: 1, request: of.request.id, code: of.request.code, order: of.order.number, unit: 'homes' },
    ...{ why: 'overdue', rung: 1, atTop: false, disputes: 0, carried: 0, ...more },
  });
  const decision = { kind: 'renew' as const, at: START, by: { actor: 'staff' as const }, text: 'Later.' };

  test('says of each order whose it is, why it is there and how far it has climbed', () => {
    expect(agendaOf([found(3, OVERDUE), found(4, { disputes: 2, rung: 2 })], [], eastmere)).toStrictEqual([
      {
        ...{ number: 1, request: 'R4', code: 'C4', order: 4, unit: 'homes', why: 'disputed', rung: 2 },
        ...{ disputes: 2, atTop: false, carried: 0 },
      },
      {
        ...{ number: 2, request: 'R3', code: 'C3', order: 3, unit: 'homes', why: 'overdue', rung: 1 },
        ...{ disputes: 0, atTop: false, carried: 0, overdueSince: LATE },
      },
    ]);
  });

  test('leaves out what is in time, what is not open, and what waits for its citizen', () => {
    const until = { at: LATE, sum: { kind: 'fixed', from: START } } as const;
    const question = { text: 'Which pier?', askedAt: START, until, daysLeft: 3 };
    expect(
      numbersOf(
        found(1, {}),
        found(2, { ...OVERDUE, status: 'reported-done' }),
        found(3, { ...OVERDUE, questions: [question] }),
        found(4, { ...OVERDUE, questions: [{ ...question, endedAt: START }] }),
      ),
    ).toStrictEqual([4]);
  });

  test('puts first what stands at the top, then the disputed, then the longest overdue', () => {
    const top = 20;
    const [older, newer] = [found(1, { overdueSince: LATE }), found(2, { overdueSince: START })];
    expect([numbersOf(older, newer), numbersOf(newer, older)]).toStrictEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(
      numbersOf(
        found(1, { overdueSince: '2026-06-02T16:00:00.000Z' }),
        found(2, { disputes: 1 }),
        found(3, { overdueSince: LATE }),
        found(4, { overdueSince: '2026-06-03T16:00:00.000Z', rung: top }),
        found(5, { overdueSince: LATE, disputes: 1 }),
      ),
    ).toStrictEqual([4, 5, 2, 3, 1]);
    expect(agendaOf([found(4, { ...OVERDUE, rung: top })], [], eastmere)[0]?.atTop).toBe(true);
  });

  test('puts before all else what was left undecided, the longest carried first', () => {
    const orders = [found(1, { disputes: 1, rung: 20 }), found(2, OVERDUE), found(3, OVERDUE), found(4, OVERDUE)];
    const [, two, three, four] = orders;
    if (!two || !three || !four) throw new Error('Four were made');
    const before = [left(two), left(three, { carried: 1 }), left(four, { carried: 4, decision })];
    const agenda = agendaOf(orders, before, eastmere);
    expect(agenda.map(({ order, carried }) => [order, carried])).toStrictEqual([
      [3, 2],
      [2, 1],
      [1, 0],
      [4, 0],
    ]);
  });

  test('carries a matter on by its request and its order', () => {
    const one = found(1, OVERDUE);
    const carriedAfter = (matter: Matter) => agendaOf([one], [matter], eastmere)[0]?.carried;
    expect(carriedAfter(left(one))).toBe(1);
    expect(carriedAfter(left(one, { request: 'R9' }))).toBe(0);
    expect(carriedAfter(left(one, { order: 9 }))).toBe(0);
  });

  test('holds sixty matters, numbered from one', () => {
    const many = Array.from({ length: 61 }, (_, index) => found(index + 1, OVERDUE));
    const agenda = agendaOf(many, [], eastmere);
    expect(agenda.map(({ number }) => number)).toStrictEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });
});
