import { describe, expect, test } from 'vitest';
import { nextStep } from '../../domain/next-step.ts';
import type { Order } from '../../domain/order.ts';
import { CITIZEN, staff } from '../../domain/owner.ts';
import type { Status } from '../../domain/request.ts';
import { plusMinutes } from '../../domain/time.ts';
import { fixedAt } from '../../domain/working-time.ts';
import { MINUTES_A_DAY, reach, reachAt, START } from './stages-of-life.ts';

const steps: readonly (readonly [Status, string])[] = [
  ['submitted', 'triage'],
  ['needs-info', 'triage'],
  ['answered', 'confirmation'],
  ['declined', 'confirmation'],
  ['waiting', 'slot'],
  ['offered', 'slot'],
  ['met', 'meeting'],
  ['awaiting-confirmation', 'confirmation'],
];

describe('What is due next', () => {
  test.each(steps)('at %s is the %s, at the deadline of who holds it', (status, step) => {
    const { request } = reach(status);
    const { owner, deadline } = request;
    expect(nextStep(request, START)).toStrictEqual({ step, owner, deadline, wakeAt: deadline.at });
  });

  test('on a turn are its reminders, one after the other, and then the record of what happened', () => {
    const scheduled = reachAt('scheduled');
    const [first, second] = ['2026-06-13T09:30:00.000Z', '2026-06-14T16:00:00.000Z'];
    const stepWith = (reminders: string[]) => {
      const { step, wakeAt } = nextStep({ ...scheduled, reminders }, START);
      return [step, wakeAt];
    };
    expect(stepWith([first, second])).toStrictEqual(['reminder', first]);
    expect(stepWith([second])).toStrictEqual(['last-reminder', second]);
    expect(stepWith([])).toStrictEqual(['meeting', scheduled.deadline.at]);
  });

  test('of a closed request is nothing', () => {
    const closed = reachAt('closed');
    expect(nextStep(closed, START)).toMatchObject({ step: 'closed', wakeAt: closed.closedAt });
  });
});

describe('In follow-up', () => {
  const followed = reachAt('in-follow-up');
  const [first] = followed.orders;
  const order = (number: number, dueAt: string, more: Partial<Order> = {}): Order => {
    if (!first) throw new Error('A request in follow-up has an order');
    return { ...first, number, due: fixedAt(dueAt, START), climbsAt: dueAt, ...more };
  };
  const next = (at: string, ...orders: Order[]) => nextStep({ ...followed, orders }, at);
  const [june, july, august] = ['2026-06-30T16:00:00.000Z', '2026-07-31T16:00:00.000Z', '2026-08-31T16:00:00.000Z'];

  test('the open order that climbs first says whose duty it is', () => {
    const held = { owner: staff('owner', 'waste') };
    expect(next(START, order(1, july), order(2, june, held))).toStrictEqual({
      ...{ step: 'follow-up', owner: held.owner, deadline: { at: june, sum: { kind: 'fixed', from: START } } },
      wakeAt: june,
    });
  });

  test('orders that are settled or reported are nobody’s duty', () => {
    expect(next(START, order(1, june, { status: 'reported-done' }), order(2, july)).wakeAt).toBe(july);
  });

  test('an order that is overdue climbs by the schedule; the workflow wakes for the next one', () => {
    expect(next(START, order(1, june, { overdueSince: june, climbsAt: july }), order(2, august)).wakeAt).toBe(august);
  });

  test('a question is waited for until its limit, whether the order is overdue or not', () => {
    const question = { text: 'Which?', askedAt: START, until: fixedAt(june, START), daysLeft: 2 };
    const asked = order(1, august, { questions: [question], climbsAt: june });
    expect(next(START, asked)).toMatchObject({ owner: CITIZEN, deadline: question.until, wakeAt: june });
    expect(next(START, { ...asked, overdueSince: START }).wakeAt).toBe(june);
  });

  test('a matter that only the schedule moves is looked at again 300 days after it became overdue', () => {
    const overdue = order(1, june, { overdueSince: june, climbsAt: july });
    const again = plusMinutes(june, 300 * MINUTES_A_DAY);
    expect(next(july, overdue).wakeAt).toBe(again);
    expect(next(july, overdue, order(2, june, { overdueSince: july, climbsAt: august })).wakeAt).toBe(
      plusMinutes(july, 300 * MINUTES_A_DAY),
    );
    expect(next(plusMinutes(again, -1), overdue).wakeAt).toBe(again);
    expect(next(again, overdue).wakeAt).toBe(plusMinutes(june, 600 * MINUTES_A_DAY));
  });

  test('there is an open order, or the request is not in follow-up', () => {
    expect(() => next(START, order(1, june, { status: 'confirmed' }))).toThrow('without an open order');
  });
});
