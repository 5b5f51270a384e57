import { describe, expect, test } from 'vitest';
import {
  canBeDone,
  deadlineOf,
  deskOfOrder,
  isOpen,
  isSettled,
  mostUrgent,
  nextOn,
  type Order,
  openQuestion,
  orderActsOf,
  orderStateOf,
  type Question,
} from '../../domain/order.ts';
import { CITIZEN, staff } from '../../domain/owner.ts';
import { fixedAt } from '../../domain/working-time.ts';

const [NOW, JULY, AUGUST] = ['2026-06-15T09:30:00.000Z', '2026-07-14T16:00:00.000Z', '2026-08-03T16:00:00.000Z'];

const order = (more: Partial<Order> = {}): Order => ({
  ...{ number: 1, text: 'Repair.', official: 'harbour-alderman', unit: 'homes', owner: staff('owner', 'homes') },
  ...{ status: 'open', issuedAt: NOW, due: fixedAt(JULY, NOW), climbsAt: JULY, rung: 0, disputes: 0, renewals: 0 },
  ...more,
});
const question = (more: Partial<Question> = {}): Question => ({
  ...{ text: 'Which?', askedAt: NOW, until: fixedAt(AUGUST, NOW), daysLeft: 4 },
  ...more,
});
const asked = (more: Partial<Order> = {}) =>
  order({ questions: [question({ endedAt: NOW }), question({ text: 'Where?' })], ...more });

describe('An order', () => {
  test.each([
    ['open', true, false],
    ['reported-done', false, false],
    ['confirmed', false, true],
    ['legally-barred', false, true],
  ] as const)('that is %s is open: %s, settled: %s', (status, open, settled) => {
    expect([isOpen(order({ status })), isSettled(order({ status }))]).toStrictEqual([open, settled]);
    expect(orderStateOf(order({ status }))).toBe(status);
  });

  test.each([
    ['open', order(), ['report', 'renew', 'bar', 'hand-over', 'ask']],
    ['waiting for the citizen', asked(), ['report', 'bar', 'answer']],
    ['reported done', order({ status: 'reported-done' }), ['confirm', 'dispute']],
    ['confirmed', order({ status: 'confirmed' }), []],
    ['barred', order({ status: 'legally-barred' }), ['dispute']],
  ])('that is %s can be acted on accordingly', (_, one, acts) => {
    expect(orderActsOf(one)).toStrictEqual(acts);
    expect(canBeDone('renew', one)).toBe(acts.some((act) => act === 'renew'));
  });

  test('waits for its question until that has ended, and only while it is open', () => {
    expect(openQuestion(order())).toBeUndefined();
    expect(openQuestion(asked())?.text).toBe('Where?');
    expect(openQuestion(order({ questions: [question({ endedAt: NOW })] }))).toBeUndefined();
    expect(openQuestion(asked({ status: 'reported-done' }))).toBeUndefined();
    expect(orderStateOf(asked())).toBe('waits-for-citizen');
  });

  test('is next the citizen’s while it waits for an answer, else whoever’s holds it', () => {
    expect(nextOn(asked())).toStrictEqual(CITIZEN);
    expect(nextOn(order())).toStrictEqual(staff('owner', 'homes'));
  });

  test('lies at the desk of its unit, or of the liaison of a body outside the city', () => {
    expect(deskOfOrder(order())).toBe('homes');
    expect(deskOfOrder(order({ unit: 'water', desk: 'hq' }))).toBe('hq');
  });
});

describe('The deadline of an order', () => {
  const { sum } = fixedAt(JULY, NOW);
  const rungSum = { kind: 'fixed' as const, from: JULY };

  test('is its due date, for the reason for which it was set', () => {
    expect(deadlineOf(order())).toStrictEqual({ at: JULY, sum });
  });

  test('is the moment at which it climbs', () => {
    expect(deadlineOf(order({ climbsAt: AUGUST, rungSum }))).toStrictEqual({ at: AUGUST, sum });
    const overdue = order({ climbsAt: AUGUST, overdueSince: JULY });
    expect(deadlineOf({ ...overdue, rungSum })).toStrictEqual({ at: AUGUST, sum: rungSum });
    expect(deadlineOf(overdue)).toStrictEqual({ at: AUGUST, sum });
  });

  test('is its due date where nothing climbs', () => {
    const { climbsAt: _, ...still } = order({ rungSum });
    expect(deadlineOf(still)).toStrictEqual({ at: JULY, sum });
    expect(deadlineOf({ ...still, overdueSince: JULY })).toStrictEqual({ at: JULY, sum });
  });

  test('is the citizen’s while it waits for an answer', () => {
    expect(deadlineOf(asked())).toStrictEqual(fixedAt(AUGUST, NOW));
  });
});

describe('The order that presses most', () => {
  const at = (number: number, climbsAt: string, more: Partial<Order> = {}) => order({ number, climbsAt, ...more });

  test('is the open one that climbs first', () => {
    expect(mostUrgent([at(1, AUGUST), at(2, JULY), at(3, NOW, { status: 'reported-done' })])?.number).toBe(2);
    expect(mostUrgent([order({ status: 'confirmed' })])).toBeUndefined();
  });

  test('is the one with the lower number of two that climb together', () => {
    expect(mostUrgent([at(2, JULY), at(1, JULY)])?.number).toBe(1);
  });

  test('is one that has no moment, before any that has', () => {
    const { climbsAt: _, ...bare } = order({ number: 5 });
    expect(mostUrgent([at(1, JULY), bare])?.number).toBe(5);
    expect(mostUrgent([bare, at(1, JULY)])?.number).toBe(5);
  });
});
