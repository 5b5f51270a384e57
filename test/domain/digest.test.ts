import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { Committee } from '../../domain/committee.ts';
import { linesOf, linesOfCommittee, linesOfToday, readersOf, unitsToTell } from '../../domain/digest.ts';
import type { Order } from '../../domain/order.ts';
import { CITIZEN, staff } from '../../domain/owner.ts';
import type { Request } from '../../domain/request.ts';
import { reach, START, submitted } from './stages-of-life.ts';

const AT_HOMES = staff('owner', 'homes');
const { request } = reach('in-follow-up');
const [issued] = request.orders;
if (!issued) throw new Error('A request in follow-up has an order');
const withOrders = (...orders: Partial<Order>[]): Request => ({
  ...request,
  orders: orders.map((more, index) => ({ ...issued, number: index + 1, ...more })),
});

describe('A letter about a request', () => {
  const fresh = submitted();
  const gathered = { to: staff('expert', 'harbour'), facts: {}, validWhile: {}, key: '3.escalated' };

  test('is told in the morning to whoever holds it, with the step and the date', () => {
    expect(linesOf(gathered, fresh)).toStrictEqual([
      {
        ...{ key: `${fresh.id}.3.escalated`, kind: 'climbed', to: gathered.to, unit: 'harbour' },
        ...{ request: fresh.id, code: fresh.code, step: 'triage', by: fresh.deadline.at },
      },
    ]);
    expect(linesOf({ ...gathered, validWhile: { statuses: ['submitted'] } }, fresh)).toHaveLength(1);
  });

  test.each([
    ['another role', { to: staff('clerk', 'harbour') }],
    ['another unit', { to: staff('expert', 'homes') }],
    ['the applicant', { to: 'applicant' as const }],
    ['the citizen', { to: CITIZEN }],
    ['a stage that it has left', { validWhile: { statuses: ['waiting' as const] } }],
  ])('is not told for %s', (_, more) => {
    expect(linesOf({ ...gathered, ...more }, fresh)).toStrictEqual([]);
  });

  test('is not told once the citizen holds it', () => {
    expect(linesOf(gathered, { ...fresh, owner: CITIZEN })).toStrictEqual([]);
    expect(linesOf({ ...gathered, to: CITIZEN }, { ...fresh, owner: CITIZEN })).toStrictEqual([]);
  });
});

describe('A letter about orders', () => {
  const gathered = { to: AT_HOMES, facts: { order: '1 3' }, validWhile: {}, key: '5.escalated' };

  test('makes a line for each that it names, with the date of each', () => {
    const climbsAt = '2026-07-20T16:00:00.000Z';
    expect(linesOf(gathered, withOrders({}, {}, { climbsAt }))).toStrictEqual([
      {
        ...{ key: `${request.id}.5.escalated.1`, kind: 'issued', to: AT_HOMES, unit: 'homes', request: request.id },
        ...{ code: request.code, step: 'follow-up', order: 1, by: issued.climbsAt },
      },
      {
        ...{ key: `${request.id}.5.escalated.3`, kind: 'issued', to: AT_HOMES, unit: 'homes', request: request.id },
        ...{ code: request.code, step: 'follow-up', order: 3, by: climbsAt },
      },
    ]);
  });

  test('knows a number of two digits', () => {
    const twelve = Array.from({ length: 12 }, () => ({}));
    const numbers = linesOf({ ...gathered, facts: { order: '2 12' } }, withOrders(...twelve)).map(({ order }) => order);
    expect(numbers).toStrictEqual([2, 12]);
  });

  test('tells nothing of one that is open no more, or lies with somebody else', () => {
    expect(
      linesOf(gathered, withOrders({ status: 'reported-done' }, {}, { owner: staff('owner', 'waste') })),
    ).toStrictEqual([]);
  });

  test.each<[string, Partial<Order>, string]>([
    ['issued', {}, 'issued'],
    ['climbed', { rung: 1 }, 'climbed'],
    ['disputed', { rung: 1, disputes: 1 }, 'disputed'],
    ['climbed, once a disputed one is overdue', { rung: 2, disputes: 1, overdueSince: START }, 'climbed'],
  ])('calls an order %s', (_, more, kind) => {
    expect(linesOf(gathered, withOrders(more)).map((line) => line.kind)).toStrictEqual([kind]);
  });
});

describe('What leaves its holder today', () => {
  const MORNING = '2026-07-14T08:00:00.000Z';
  const EVENING = '2026-07-14T16:00:00.000Z';
  const of = (more: Partial<Order>, office = eastmere, at = MORNING) =>
    linesOfToday(withOrders({ climbsAt: EVENING, ...more }), { office, at }, EVENING);

  test('is told to them, and to whom it would come', () => {
    const about = { request: request.id, code: request.code, unit: 'homes', step: 'follow-up', order: 1, by: EVENING };
    expect(of({})).toStrictEqual([
      { ...about, kind: 'runs-out', to: AT_HOMES, key: `${request.id}.runs-out.1.${EVENING}` },
      {
        ...{ ...about, kind: 'will-climb', to: staff('unit-manager', 'homes') },
        key: `${request.id}.will-climb.1.${EVENING}`,
      },
    ]);
  });

  test('would pass a vacant desk', () => {
    const users = eastmere.users.filter(({ username }) => username !== 'manager.homes');
    expect(of({}, { ...eastmere, users })[1]?.to).toStrictEqual(staff('coordinator', 'hq'));
  });

  test('is what climbs until the end of the day, and has not yet', () => {
    expect(of({ climbsAt: '2026-07-14T16:00:00.001Z' })).toStrictEqual([]);
    expect(of({ climbsAt: MORNING })).toStrictEqual([]);
    expect(of({ climbsAt: '2026-07-14T08:00:00.001Z' })).toHaveLength(2);
  });

  test('is nothing that waits for its citizen, or stands at the top', () => {
    const until = { at: EVENING, sum: { kind: 'fixed', from: START } } as const;
    expect(of({ questions: [{ text: 'Which?', askedAt: START, until, daysLeft: 2 }] })).toStrictEqual([]);
    // The ladder of a company: owners, manager, coordinator, inspector, manager of the headquarters.
    expect(of({ rung: 3 })).toHaveLength(2);
    expect(of({ rung: 4 })).toStrictEqual([]);
  });
});

describe('A committee', () => {
  const committee: Committee = {
    ...{ city: 'eastmere', id: 'C1', unit: 'hq', on: '2026-07-14', from: '10:00', to: '11:00', everyWeeks: 0 },
    ...{ startsAt: '2026-07-14T09:00:00.000Z', version: 1 },
    attendees: [
      { role: 'coordinator', unit: 'hq' },
      { role: 'unit-manager', unit: 'homes' },
    ],
  };
  const about = { kind: 'committee', unit: 'hq', committee: 'C1', by: committee.startsAt };

  test('is told on its day to all who sit in it', () => {
    expect(linesOfCommittee(committee, '2026-07-14')).toStrictEqual([
      { ...about, key: 'C1.2026-07-14', to: staff('coordinator', 'hq') },
      { ...about, key: 'C1.2026-07-14', to: staff('unit-manager', 'homes') },
    ]);
  });

  test('is not told before its day, and after it to the manager of its unit alone', () => {
    expect(linesOfCommittee(committee, '2026-07-13')).toStrictEqual([]);
    expect(linesOfCommittee(committee, '2026-07-15')).toStrictEqual([
      { ...about, key: 'C1.2026-07-15', to: staff('unit-manager', 'hq') },
    ]);
  });
});

describe('The morning', () => {
  const opening = (time: string) => unitsToTell(eastmere, `2026-06-08T${time}.000Z`, []);

  test('begins in a unit when its office opens, once', () => {
    // London is an hour ahead of UTC in June; the trams open at eight, the others at nine.
    expect(opening('06:59:59')).toStrictEqual([]);
    expect(opening('07:00:00')).toStrictEqual(['trams']);
    expect(opening('08:00:00')).toStrictEqual([
      ...['harbour', 'homes', 'hq', 'lakeside', 'northfield', 'old-town', 'trams', 'waste'],
    ]);
    expect(unitsToTell(eastmere, START, ['homes', 'harbour', 'trams'])).toStrictEqual([
      ...['hq', 'lakeside', 'northfield', 'old-town', 'waste'],
    ]);
  });

  test('is nobody’s whose term has ended', () => {
    const users = eastmere.users.map((user) => ({
      ...user,
      endsOn: user.username === 'clerk.homes' ? '2026-06-08' : '2026-06-07',
    }));
    expect(unitsToTell({ ...eastmere, users }, START, [])).toStrictEqual(['homes']);
  });

  test('brings a line to those who hold the role in the unit', () => {
    expect(readersOf({ to: AT_HOMES }, eastmere, START).map(({ username }) => username)).toStrictEqual(['owner.homes']);
    expect(readersOf({ to: CITIZEN }, eastmere, START)).toStrictEqual([]);
  });
});
