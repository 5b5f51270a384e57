import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { CityData } from '../../domain/city.ts';
import { moveDeadline } from '../../domain/move-deadlines.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import { type Request, STATUSES, type Status } from '../../domain/request.ts';
import { plusDays, plusMinutes } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { contextAt, MINUTES_A_DAY, reach, START } from './stages-of-life.ts';

const FLOOD = { en: 'Flood', fa: 'سیل' };

/** The city, shut on these days. */
const shutOn = (...days: readonly string[]): CityData => ({
  ...eastmere,
  city: {
    ...eastmere.city,
    calendar: {
      ...eastmere.city.calendar,
      closures: [...eastmere.city.calendar.closures, ...days.map((on) => ({ on, reason: FLOOD }))],
    },
  },
});

/** Two working days after the life of `reach` begins, and two after its meeting. */
const flooded = shutOn('2026-06-09', '2026-06-17');
const OPEN = STATUSES.filter((status) => status !== 'closed');

const movedAt = (request: Request, at: string, office = flooded) =>
  moveDeadline(request, contextAt(at, THE_OFFICE, office), 'The river is out.');

describe.each(OPEN)('A request that is %s, when a day is closed', (status) => {
  const { request, at } = reach(status);

  test('moves, says from when to when and why, and moves no more', () => {
    const change = movedAt(request, at);
    if (!change) throw new Error('Something moves');
    expect(change.after.deadline.at > request.deadline.at).toBe(true);
    expect(change.after.until >= request.until || request.status === 'scheduled').toBe(true);
    for (const { kind, text, facts } of change.events) {
      expect([kind, text]).toEqual(['deadline-moved', 'The river is out.']);
      expect(facts?.was === facts?.dueAt).toBe(false);
    }
    expect(movedAt(change.after, at)).toBeUndefined();
    expect(movedAt(change.after, plusMinutes(at, 5))).toBeUndefined();
  });

  test('stays where it is when the day is opened again: what was told is not taken back', () => {
    const { after } = movedAt(request, at) ?? { after: request };
    expect(movedAt(after, at, eastmere)).toBeUndefined();
  });

  test('does not move once its dates have passed', () => {
    const passed = { ...request, reminders: [] } as Request;
    expect(movedAt(passed, plusMinutes(START, 400 * MINUTES_A_DAY))).toBeUndefined();
  });
});

const remindersOf = (request: Request): readonly string[] => (request.status === 'scheduled' ? request.reminders : []);

const told = (status: Status) => {
  const { request, at } = reach(status);
  return { request, change: movedAt(request, at) };
};

describe('The applicant', () => {
  test.each(['needs-info', 'answered', 'declined', 'offered', 'awaiting-confirmation'] as const)(
    'is told of an own limit that moves (%s)',
    (status) => {
      const { change } = told(status);
      expect(change?.letters).toMatchObject([
        { template: 'deadline-moved', to: 'applicant', facts: { dueAt: change?.after.deadline.at } },
      ]);
    },
  );

  test('is told of the promised date while waiting, once', () => {
    const { request, change } = told('waiting');
    expect(change?.events).toMatchObject([
      { facts: { of: 'promise', was: request.promised?.at, dueAt: change?.after.promised?.at } },
    ]);
    expect(change?.letters).toMatchObject([{ facts: { dueAt: change?.after.promised?.at } }]);
  });

  test.each(['submitted', 'scheduled', 'met', 'in-follow-up'] as const)(
    'is not written to about what others have to do (%s)',
    (status) => {
      expect(told(status).change?.letters).toEqual([]);
    },
  );

  test('is not written to where the date stays on its day', () => {
    const { request, at } = reach('answered');
    const { calendar } = eastmere.city;
    const longer = calendar.hours.map((hours) => ({ ...hours, closes: '20:00' }));
    const office = { ...eastmere, city: { ...eastmere.city, calendar: { ...calendar, hours: longer } } };
    const change = movedAt(request, at, office);
    expect(change?.events).toHaveLength(1);
    expect(change?.letters).toEqual([]);
  });
});

test('An offer never comes to hold beyond the turn that it offers', () => {
  const { request, at } = reach('offered');
  if (request.status !== 'offered') throw new Error('It is offered');
  const soon = plusMinutes(request.deadline.at, 60);
  const tight = { ...request, offered: request.offered.map((turn) => ({ ...turn, startsAt: soon })) };
  expect(movedAt(tight, at)?.after.deadline.at).toBe(soon);
});

test('The reminder of the last working day comes a day earlier when that day is closed', () => {
  const { request, at } = reach('scheduled');
  const last = remindersOf(request).at(-1) ?? '';
  const change = movedAt(request, at, shutOn(last.slice(0, 10)));
  if (!change) throw new Error('Something moves');
  expect(change.after.appointment).toEqual(request.appointment);
  expect((remindersOf(change.after).at(-1) ?? '').slice(0, 10) < last.slice(0, 10)).toBe(true);
  expect(change.events.find(({ facts }) => facts?.of === 'reminder')).toMatchObject({ internal: true });
});

test('A reminder whose new time would have passed stays', () => {
  const { request } = reach('scheduled');
  if (request.status !== 'scheduled') throw new Error('It is scheduled');
  const last = request.reminders.at(-1) ?? '';
  const waitsForLast = { ...request, reminders: [last] };
  const change = movedAt(waitsForLast, plusMinutes(last, -60), shutOn(last.slice(0, 10)));
  expect(change?.after ?? waitsForLast).toMatchObject({ reminders: [last] });
});

test('An order that has climbed gets its time on the rung anew, and its due date stays passed', () => {
  const { request } = reach('in-follow-up');
  const at = request.until;
  const climbed = climbOverdue(request, contextAt(at, THE_OFFICE))?.after ?? request;
  const office = shutOn(...[1, 2, 3].map((days) => plusDays(at.slice(0, 10), days)));
  const change = movedAt(climbed, at, office);
  expect(change?.after.orders[0]?.due).toEqual(request.orders[0]?.due);
  expect(change?.after.orders[0]?.climbsAt?.localeCompare(climbed.orders[0]?.climbsAt ?? '')).toBe(1);
  expect(change?.events).toMatchObject([{ internal: true, facts: { of: 'rung', order: '1' } }]);
  expect(movedAt(change?.after ?? climbed, at, office)).toBeUndefined();
});

test('A limit at whose end the office is shut moves to the close of the next working day', () => {
  const { request } = reach('submitted');
  const { calendar } = eastmere.city;
  const closure = { on: request.deadline.at.slice(0, 10), from: '12:00', reason: FLOOD };
  const office = { ...eastmere, city: { ...eastmere.city, calendar: { ...calendar, closures: [closure] } } };
  const at = plusMinutes(request.deadline.at, -6 * 60);
  const change = movedAt(request, at, office);
  expect(change?.after.deadline.at).toBe(plusMinutes(request.deadline.at, MINUTES_A_DAY));
  expect(movedAt(change?.after ?? request, at, office)).toBeUndefined();
});

test('A moved limit is the one that passes', () => {
  const { request, at } = reach('submitted');
  const { after } = movedAt(request, at) ?? { after: request };
  const context = contextAt(request.until, THE_OFFICE, flooded);
  expect(passDeadline(after, context)).toBeUndefined();
  expect(passDeadline(after, { ...context, at: after.until })?.after.rung).toBe(1);
});
