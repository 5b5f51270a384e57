import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import {
  type Committee,
  type CommitteePlan,
  closeCommittee,
  openCommittee,
  planCommittee,
  unitsBelow,
} from '../../domain/committee.ts';
import { agreed } from '../support/world.ts';
import { contextAt, START } from './stages-of-life.ts';

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
