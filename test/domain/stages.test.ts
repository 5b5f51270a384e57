import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { Order } from '../../domain/order.ts';
import { CITIZEN, staff } from '../../domain/owner.ts';
import { CLOSING_REASONS, type ClosingReason } from '../../domain/request.ts';
import { secondAsking } from '../../domain/second-asking.ts';
import {
  enterAnswered,
  enterClosed,
  enterDeclined,
  enterFollowUp,
  enterMet,
  enterNeedsInfo,
  enterTriage,
  enterWaiting,
} from '../../domain/stages.ts';
import { contextAt, reachAt, START } from './stages-of-life.ts';

const fresh = reachAt('submitted');
const waiting = reachAt('waiting');
const scheduled = reachAt('scheduled');
const context = contextAt(START);
const limits = { needsInfo: 1, answered: 2, objection: 3, confirmation: 4 };
const policies = { ...eastmere.city.policies, citizenAnswersWithinWorkingDays: limits };
const limited = contextAt(START, undefined, { ...eastmere, city: { ...eastmere.city, policies } });
/** The close of Tuesday to Friday, the first days that are counted from Monday. */
const CLOSES = ['2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12'].map((day) => `${day}T16:00:00.000Z`);

describe('The citizen’s limit', () => {
  test.each([
    ['a question', () => enterNeedsInfo(fresh, limited, 2), 'needs-info', 0],
    ['a written answer', () => enterAnswered(fresh, limited), 'answered', 1],
    ['a refusal', () => enterDeclined(fresh, limited, 'other'), 'declined', 2],
    ['what was done', () => enterFollowUp(reachAt('met'), [], limited), 'awaiting-confirmation', 3],
  ])('for %s is its own', (_, enter, status, place) => {
    const { draft, events, letters } = enter();
    expect(draft).toMatchObject({ status, owner: CITIZEN, rung: 0, chased: 0, deadline: { at: CLOSES[place] } });
    expect([events, letters]).toStrictEqual([[], []]);
  });
});

describe('Triage', () => {
  test('begins at the desk of the unit, and one rung higher for good after an objection', () => {
    expect(enterTriage({ ...fresh, chased: 1 }, context).draft).toMatchObject({
      ...{ status: 'submitted', rung: 0, chased: 0, owner: staff('expert', 'harbour') },
      deadline: { at: '2026-06-11T16:00:00.000Z' },
    });
    expect(enterTriage({ ...fresh, objections: 1 }, context, 1).draft).toMatchObject({
      ...{ rung: 1, owner: staff('unit-manager', 'harbour'), deadline: { at: '2026-06-09T16:00:00.000Z' } },
    });
  });

  test('leaves a turn behind', () => {
    expect(enterTriage(scheduled, context).draft).not.toHaveProperty('appointment');
  });
});

describe('The queue', () => {
  test('is entered with a date that is promised once', () => {
    expect(enterWaiting(fresh, context).draft).toMatchObject({
      ...{ status: 'waiting', acceptedAt: START, owner: staff('secretary', 'harbour'), rung: 0 },
      deadline: { at: '2026-07-07T16:00:00.000Z' },
    });
    const later = contextAt('2026-06-10T09:30:00.000Z');
    const again = enterWaiting(scheduled, later).draft;
    expect(again).toMatchObject({ acceptedAt: START, promised: waiting.promised, deadline: waiting.promised });
    expect(again).not.toHaveProperty('appointment');
  });

  test('is the coordinator’s once the promised date has passed', () => {
    const at = waiting.promised.at;
    expect(enterWaiting(scheduled, contextAt(at)).draft).toMatchObject({
      ...{ rung: 2, owner: staff('coordinator', 'hq'), promised: waiting.promised },
      // Three working days of the rung, from Tuesday.
      deadline: { at: '2026-07-10T16:00:00.000Z' },
    });
    const before = contextAt('2026-07-07T15:59:00.000Z');
    expect(enterWaiting(scheduled, before).draft).toMatchObject({ rung: 0, deadline: waiting.promised });
  });

  test('ranks who is urgent first', () => {
    expect(enterWaiting({ ...fresh, urgent: true }, context).draft).toMatchObject({ rank: 0 });
    expect(enterWaiting(fresh, context).draft).toMatchObject({ rank: undefined });
  });
});

describe('After the meeting', () => {
  const [open] = reachAt('in-follow-up').orders;
  const order = (status: Order['status'], more: Partial<Order> = {}): Order => {
    if (!open) throw new Error('A request in follow-up has an order');
    return { ...open, ...more, status };
  };
  const met = reachAt('met');
  const stood = (...orders: Order[]) => enterFollowUp(met, orders, context);

  test('the outcome is due in a working day, at the desk or the rung that is named', () => {
    expect(enterMet(scheduled, context).draft).toMatchObject({
      ...{ status: 'met', metAt: START, rung: 0, chased: 0, owner: staff('secretary', 'harbour') },
      deadline: { at: '2026-06-09T16:00:00.000Z' },
    });
    const again = enterMet(met, context, 1);
    expect(again.draft).toMatchObject({ metAt: met.metAt, rung: 1, owner: staff('unit-manager', 'harbour') });
  });

  test('a matter is in follow-up while one order is open', () => {
    const climbed = { ...met, chased: 1, rung: 3 };
    expect(enterFollowUp(climbed, [order('confirmed'), order('open')], context).draft).toMatchObject({
      ...{ status: 'in-follow-up', metAt: met.metAt, chased: 0, rung: 0 },
    });
  });

  test('it is the citizen’s word that counts once all are reported done', () => {
    expect(stood(order('reported-done'), order('confirmed')).draft.status).toBe('awaiting-confirmation');
    expect(stood().draft.status).toBe('awaiting-confirmation');
  });

  test.each<[string, Order[], ClosingReason]>([
    [
      'resolved, if the citizen confirmed one',
      [order('confirmed'), order('confirmed', { silently: true })],
      'resolved',
    ],
    ['resolved, if the law bars only some', [order('legally-barred'), order('confirmed')], 'resolved'],
    ['settled silently, if nobody said a word', [order('confirmed', { silently: true })], 'settled-silently'],
    [
      'settled silently, if the law bars the others',
      [order('confirmed', { silently: true }), order('legally-barred')],
      'settled-silently',
    ],
    ['legally barred, if all are', [order('legally-barred'), order('legally-barred')], 'legally-barred'],
  ])('it is closed as %s', (_, orders, reason) => {
    expect(stood(...orders).draft).toMatchObject({ status: 'closed', reason, orders });
  });
});

describe('A closing', () => {
  const OPEN_TO_OBJECTION = ['resolved', 'settled-silently', 'answered', 'no-show', 'legally-barred', 'referred-out'];

  test.each(CLOSING_REASONS.map((reason) => ({ reason })))('as $reason is told, with its limit', ({ reason }) => {
    const { draft, events, letters } = enterClosed(fresh, limited, reason);
    expect(draft).toMatchObject({ status: 'closed', reason, closedAt: START, owner: CITIZEN });
    const until = draft.status === 'closed' ? draft.objectionUntil?.at : undefined;
    expect(until).toBe(OPEN_TO_OBJECTION.includes(reason) ? CLOSES[2] : undefined);
    expect(events).toStrictEqual([{ kind: 'closed', at: START, by: limited.by, facts: { reason } }]);
    expect(letters[0]).toStrictEqual({ template: 'closed', to: 'applicant', facts: { reason }, validWhile: {} });
    expect(letters).toHaveLength(['resolved', 'settled-silently'].includes(reason) ? 2 : 1);
  });

  test('of a settled matter is asked about once more after sixty days', () => {
    const { letters } = enterClosed(fresh, context, 'resolved');
    // Ten working days from Friday 7 August.
    const until = '2026-08-21T16:00:00.000Z';
    expect(letters[1]).toStrictEqual({
      ...{ template: 'still-done', to: 'applicant', facts: { dueAt: until } },
      ...{ validWhile: { closedAt: START, before: until }, sendAt: '2026-08-07T09:30:00.000Z' },
    });
  });

  test('is not asked about again once the citizen has objected', () => {
    expect(enterClosed({ ...fresh, objections: 1 }, context, 'resolved').letters).toHaveLength(1);
  });

  test.each(CLOSING_REASONS.map((reason) => ({ reason })))(
    'as $reason is asked about only if settled',
    ({ reason }) => {
      const asked = secondAsking(fresh, { reason, closedAt: START }, limited.office);
      expect(asked?.from).toBe(
        ['resolved', 'settled-silently'].includes(reason) ? '2026-08-07T09:30:00.000Z' : undefined,
      );
      if (asked) expect(asked.until.at).toBe('2026-08-12T16:00:00.000Z');
    },
  );
});
