import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import {
  agendaOf,
  type Committee,
  type CommitteePlan,
  closeCommittee,
  type Matter,
  openCommittee,
  planCommittee,
  unitsBelow,
} from '../../domain/committee.ts';
import type { Order } from '../../domain/order.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach, START } from './stages-of-life.ts';

const PLAN: CommitteePlan = {
  ...{ id: 'first', unit: 'hq', on: '2026-06-09', from: '10:00', to: '11:30', everyWeeks: 1 },
};
const context = contextAt(START);
const plan = (more: Partial<CommitteePlan> = {}, then = context) => planCommittee({ ...PLAN, ...more }, then);

describe('A committee', () => {
  test('is planned for the hours of its office, with its day and its moment', () => {
    const seats = [{ role: 'unit-manager', unit: 'harbour' } as const];
    expect(agreed(plan({ unit: 'harbour', attendees: seats }))).toStrictEqual({
      ...PLAN,
      ...{ city: 'eastmere', unit: 'harbour', startsAt: '2026-06-09T09:00:00.000Z', attendees: seats, version: 1 },
    });
  });

  test('seats by default the managers of its unit and of all below it, the coordinator and the inspector', () => {
    expect(agreed(plan({ unit: 'harbour' })).attendees).toStrictEqual([
      { role: 'unit-manager', unit: 'harbour' },
      { role: 'coordinator', unit: 'hq' },
      { role: 'inspector', unit: 'hq' },
    ]);
    expect(agreed(plan()).attendees.map(({ unit }) => unit)).toStrictEqual([
      ...['hq', 'harbour', 'old-town', 'northfield', 'lakeside', 'trams', 'homes', 'waste', 'hq', 'hq'],
    ]);
  });

  test('may fill the hours of its office from opening to closing', () => {
    expect(plan({ from: '09:00', to: '17:00' }).agreed).toBe(true);
  });

  test.each([
    ['at this very moment', { on: '2026-06-08', from: '10:30' }, 'session-impossible', { why: 'in-the-past' }],
    ['before the office opens', { from: '08:59' }, 'session-impossible', { why: 'closed' }],
    ['beyond its closing', { to: '17:01' }, 'session-impossible', { why: 'closed' }],
    ['on a holiday', { on: '2026-06-16' }, 'session-impossible', { why: 'closed' }],
    ['to end when it begins', { to: '10:00' }, 'invalid', { fields: [{ path: 'to', problem: 'before-start' }] }],
    [
      'with a seat of a unit that is not there',
      { attendees: [{ role: 'coordinator', unit: 'hq' } as const, { role: 'unit-manager', unit: 'gone' } as const] },
      'invalid',
      { fields: [{ path: 'attendees', problem: 'unknown' }] },
    ],
  ])('is not planned %s', (_, more, reason, details) => {
    expect(plan(more)).toStrictEqual({ agreed: false, reason, details });
  });

  test('a minute from now is planned', () => {
    expect(plan({ on: '2026-06-08', from: '10:31' }).agreed).toBe(true);
  });
});

describe('The units below a unit', () => {
  test('are itself and all that hang under it, without bodies outside the city', () => {
    expect(unitsBelow(eastmere, 'hq', START)).not.toContain('water');
    expect(unitsBelow(eastmere, 'homes', START)).toStrictEqual(['homes']);
  });

  test('count until the end of the day on which they end', () => {
    const ending = (endsOn: string) => ({
      ...eastmere,
      units: eastmere.units.map((unit) => (unit.id === 'homes' ? { ...unit, endsOn } : unit)),
    });
    expect(unitsBelow(ending('2026-06-08'), 'hq', START)).toContain('homes');
    expect(unitsBelow(ending('2026-06-07'), 'hq', START)).not.toContain('homes');
  });
});

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

describe('The sitting', () => {
  const committee = agreed(plan());
  const OPENED = '2026-06-09T09:00:00.000Z';
  const at = (moment: string) => contextAt(moment);
  const opened = agreed(openCommittee(committee, at(OPENED)));
  const close = (which: Committee, moment: string, office = eastmere) =>
    closeCommittee(which, { minutes: 'All was said.', nextId: 'second' }, contextAt(moment, undefined, office));
  const nextOf = (which: Committee, moment = OPENED, office = eastmere) => agreed(close(which, moment, office)).next;

  test('is opened once, from the first minute of its day on', () => {
    expect(agreed(openCommittee(committee, at(OPENED)))).toStrictEqual({ ...committee, openedAt: OPENED, version: 2 });
    expect(openCommittee(opened, at(OPENED))).toMatchObject({ reason: 'already-recorded' });
    expect(openCommittee(committee, at('2026-06-08T23:00:00.000Z')).agreed).toBe(true);
    expect(openCommittee(committee, at('2026-06-08T22:59:59.999Z'))).toMatchObject({
      ...{ reason: 'session-impossible', details: { why: 'too-early' } },
    });
  });

  test('is closed once, with its minutes, after it was opened', () => {
    const { closed } = agreed(close(opened, OPENED));
    expect(closed).toStrictEqual({ ...opened, closedAt: OPENED, minutes: 'All was said.', next: 'second', version: 3 });
    expect(close(closed, OPENED)).toMatchObject({ reason: 'already-recorded' });
    expect(close(committee, OPENED)).toMatchObject({ reason: 'wrong-state', details: { status: 'planned' } });
  });

  test('is followed by the next one so many weeks later, at the same hour, which begins unopened', () => {
    expect(nextOf(opened)).toMatchObject({ on: '2026-06-17', startsAt: '2026-06-17T09:00:00.000Z' });
    expect(nextOf({ ...opened, everyWeeks: 2 })).toStrictEqual({
      ...committee,
      ...{ id: 'second', on: '2026-06-23', startsAt: '2026-06-23T09:00:00.000Z', everyWeeks: 2 },
      ...{ follows: 'first', version: 1 },
    });
  });

  test('that stands alone is followed by none', () => {
    expect(agreed(close({ ...opened, everyWeeks: 0 }, OPENED))).toStrictEqual({
      closed: { ...opened, everyWeeks: 0, closedAt: OPENED, minutes: 'All was said.', version: 3 },
    });
  });

  test('closed long after its day is followed from the day after the closing', () => {
    expect(nextOf(opened, '2026-06-17T09:00:00.000Z')?.on).toBe('2026-06-18');
    expect(nextOf(opened, '2026-06-19T09:00:00.000Z')?.on).toBe('2026-06-22');
    expect(nextOf({ ...opened, everyWeeks: 2 }, '2026-06-22T09:00:00.000Z')?.on).toBe('2026-06-23');
    expect(nextOf({ ...opened, everyWeeks: 2 }, '2026-06-23T09:00:00.000Z')?.on).toBe('2026-06-24');
  });

  test('looks thirty days ahead for an open one, and else keeps the day that was wished', () => {
    const closedFrom = (days: number) => {
      const first = Date.parse('2026-06-23');
      const holidays = Array.from({ length: days }, (_, day) => ({
        on: new Date(first + day * 86_400_000).toISOString().slice(0, 10),
        name: { en: 'Closed', fa: 'تعطیل' },
      }));
      const calendar = { ...eastmere.city.calendar, holidays };
      return { ...eastmere, city: { ...eastmere.city, calendar } };
    };
    const inTwoWeeks = { ...opened, everyWeeks: 2 };
    expect(nextOf(inTwoWeeks, OPENED, closedFrom(29))?.on).toBe('2026-07-22');
    expect(nextOf(inTwoWeeks, OPENED, closedFrom(30))?.on).toBe('2026-06-23');
  });
});
