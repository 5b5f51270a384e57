import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { dueDateOf, issue, type OrderWish } from '../../domain/issue-orders.ts';
import type { Office } from '../../domain/office.ts';
import { staff } from '../../domain/owner.ts';
import type { Request } from '../../domain/request.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach, SECRETARY, START } from './stages-of-life.ts';

const { request: met } = reach('met');
const WISH: OrderWish = { text: 'Repair.', unit: 'homes' };
const BOX = { document: 'SCAN', page: 1, x: 0, y: 0, width: 500, height: 100 };
const issued = (wishes: readonly OrderWish[], { request = met, office = eastmere } = {}) =>
  issue(request, wishes, contextAt(START, SECRETARY, office));
const DUE = {
  at: '2026-07-07T16:00:00.000Z',
  sum: { kind: 'working-days', amount: 20, from: START, skippedWeekdays: [6, 7], skippedOn: ['2026-06-16'] },
};

describe('An order', () => {
  test('is issued with one owner and one date, a line that tells of it and a letter to its owner', () => {
    const { orders, events, letters } = agreed(issued([WISH]));
    const owner = staff('owner', 'homes');
    expect(orders).toStrictEqual([
      {
        ...{ number: 1, text: 'Repair.', official: 'harbour-alderman', unit: 'homes', owner, rung: 0 },
        ...{ status: 'open', issuedAt: START, due: DUE, climbsAt: DUE.at, disputes: 0, renewals: 0 },
      },
    ]);
    expect(events).toStrictEqual([
      {
        ...{ kind: 'order-issued', at: START, by: SECRETARY, text: 'Repair.' },
        facts: { order: '1', unit: 'homes', dueAt: DUE.at },
      },
    ]);
    expect(letters).toStrictEqual([
      { template: 'escalated', to: owner, facts: { step: 'follow-up', order: '1' }, validWhile: {} },
    ]);
  });

  test('keeps the cut of its card, the proof that is wanted, and whether its owner may read the request', () => {
    const { orders } = agreed(issued([{ ...WISH, box: BOX, proofWanted: 'A photograph', sharedWithOwner: true }]));
    expect(orders).toMatchObject([{ box: BOX, proofWanted: 'A photograph', sharedWithOwner: true }]);
    expect(agreed(issued([{ ...WISH, sharedWithOwner: false }])).orders[0]).not.toHaveProperty('sharedWithOwner');
  });

  test('is numbered behind those that are there', () => {
    const followed: Request = reach('in-follow-up').request;
    const { orders, letters } = agreed(issued([WISH, WISH], { request: followed }));
    expect(orders.map(({ number }) => number)).toEqual([2, 3]);
    expect(letters.map(({ facts }) => facts.order)).toEqual(['2', '3']);
  });

  test('lies with the manager where the desk is vacant, and at the desk of the liaison for a body outside', () => {
    const users = eastmere.users.filter(({ username }) => username !== 'owner.homes');
    const { orders, events } = agreed(issued([WISH], { office: { ...eastmere, users } }));
    expect(orders).toMatchObject([{ rung: 1, owner: staff('unit-manager', 'homes') }]);
    expect(events.map(({ kind }) => kind)).toEqual(['order-issued', 'rung-vacant']);
    expect(agreed(issued([{ ...WISH, unit: 'water' }])).orders).toMatchObject([{ desk: 'hq', unit: 'water' }]);
  });

  test('of a post that is gone has no holder’s name', () => {
    expect(agreed(issued([WISH], { request: { ...met, official: 'gone' } })).orders[0]).not.toHaveProperty('holder');
  });

  test('is refused with every fault of all of them, each named by its place', () => {
    expect(issued([WISH, { ...WISH, unit: 'gone' }, { ...WISH, dueOn: '2026-06-07' }])).toStrictEqual({
      ...{ agreed: false, reason: 'invalid' },
      details: {
        fields: [
          { path: 'orders.1.unit', problem: 'outside-the-city' },
          { path: 'orders.2.dueOn', problem: 'in-the-past' },
        ],
      },
    });
  });
});

describe('The date of an order', () => {
  const due = (wish: Partial<OrderWish>, office: Office = eastmere) =>
    dueDateOf({ unit: 'homes', ...wish }, 'x.', contextAt(START, SECRETARY, office));

  test('is that of the policy, so many working days, or a day', () => {
    expect(due({})).toStrictEqual({ agreed: true, value: DUE });
    expect(due({ unit: 'waste' })).toMatchObject({ value: { at: '2026-06-23T16:00:00.000Z' } });
    expect(due({ dueInWorkingDays: 1 })).toMatchObject({ value: { at: '2026-06-09T16:00:00.000Z' } });
    expect(due({ dueOn: '2026-06-08' })).toMatchObject({ value: { at: '2026-06-08T16:00:00.000Z' } });
  });

  test.each([
    ['a day and a number of days', { dueOn: '2026-06-09', dueInWorkingDays: 1 }, 'dueOn', 'contradicts-itself'],
    ['yesterday', { dueOn: '2026-06-07' }, 'dueOn', 'in-the-past'],
    ['a closed day', { dueOn: '2026-06-16' }, 'dueOn', 'closed-that-day'],
    ['a unit that is not there', { unit: 'gone' }, 'unit', 'outside-the-city'],
  ])('is not %s', (_, wish, field, problem) => {
    expect(due(wish)).toMatchObject({ reason: 'invalid', details: { fields: [{ path: `x.${field}`, problem }] } });
  });

  test('is given to a unit until its last day', () => {
    const ending = (endsOn: string): Office => ({
      ...eastmere,
      units: eastmere.units.map((unit) => (unit.id === 'homes' ? { ...unit, endsOn } : unit)),
    });
    expect(due({}, ending('2026-06-08')).agreed).toBe(true);
    expect(due({}, ending('2026-06-07')).agreed).toBe(false);
  });
});
