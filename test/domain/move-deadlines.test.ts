import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { CityData } from '../../domain/city.ts';
import { moveDeadline } from '../../domain/move-deadlines.ts';
import { askAboutOrder } from '../../domain/order-question.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import { type Request, STATUSES, type Status } from '../../domain/request.ts';
import { plusDays, plusMinutes } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { fixedAt } from '../../domain/working-time.ts';
import { agreed } from '../support/world.ts';
import { contextAt, MINUTES_A_DAY, reach, reachAt, START } from './stages-of-life.ts';

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

/** Its promised date has passed, and it has climbed. */
const climbed = (request: Request): Request => {
  const change = passDeadline(request, contextAt(request.until, THE_OFFICE));
  if (!change) throw new Error('A deadline that has passed is a duty');
  return change.after;
};

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

describe('The line that tells of a moved date', () => {
  const factsOf = (request: Request, at: string, office = flooded) =>
    movedAt(request, at, office)?.events.map(({ facts, internal }) => [facts, internal ?? false]);
  const day = (on: string) => `${on}T16:00:00.000Z`;

  test('names the limit of the stage', () => {
    const { request, at } = reach('submitted');
    expect(movedAt(request, at)?.events).toStrictEqual([
      {
        ...{ kind: 'deadline-moved', at, by: THE_OFFICE, text: 'The river is out.' },
        facts: { of: 'stage', was: day('2026-06-11'), dueAt: day('2026-06-12') },
      },
    ]);
  });

  test('names the promised date once, to the applicant while waiting and to the staff alone from then on', () => {
    const promise = { of: 'promise', was: day('2026-07-07'), dueAt: day('2026-07-09') };
    const waiting = reachAt('waiting');
    expect(factsOf(waiting, START)).toStrictEqual([[promise, false]]);
    expect(movedAt(waiting, START)?.letters).toStrictEqual([
      {
        ...{ template: 'deadline-moved', to: 'applicant', facts: { dueAt: day('2026-07-09') } },
        validWhile: { statuses: ['waiting'], before: day('2026-07-09') },
      },
    ]);
    expect(factsOf(reachAt('offered'), START)).toStrictEqual([
      [promise, true],
      [{ of: 'stage', was: day('2026-06-10'), dueAt: day('2026-06-11') }, false],
    ]);
  });

  test('names a limit of the queue that is not the promise, once that has passed', () => {
    const waiting = reachAt('waiting');
    const late = climbed(waiting);
    const at = waiting.promised.at;
    expect(factsOf(late, at, shutOn('2026-07-08'))).toStrictEqual([
      [{ of: 'stage', was: day('2026-07-10'), dueAt: day('2026-07-13') }, false],
    ]);
    expect(movedAt(late, at, shutOn('2026-07-08'))?.letters).toStrictEqual([]);
  });

  test('names the due date of an order, or the end of its time on a rung', () => {
    const followed = reachAt('in-follow-up');
    const order = { of: 'order', order: '1', was: day('2026-07-14'), dueAt: day('2026-07-15') };
    const met = followed.metAt;
    expect(factsOf(followed, met)?.at(-1)).toStrictEqual([order, false]);
    const change = movedAt(followed, met);
    expect(change?.after.orders[0]).toMatchObject({ due: { at: day('2026-07-15') }, climbsAt: day('2026-07-15') });
    const overdue = climbOverdue(followed, contextAt(followed.until, THE_OFFICE))?.after ?? followed;
    const rung = { of: 'rung', order: '1', was: day('2026-07-17'), dueAt: day('2026-07-20') };
    expect(factsOf(overdue, followed.until, shutOn('2026-07-15'))).toStrictEqual([[rung, true]]);
  });

  test('names each reminder to the staff', () => {
    const scheduled = { ...reachAt('scheduled'), id: '00000000000000000000000000' };
    const reminders = ['2026-06-10T09:30:00.000Z', '2026-06-12T16:00:00.000Z'];
    const change = movedAt({ ...scheduled, reminders: reminders.slice(1) }, START, shutOn('2026-06-12'));
    expect(change?.after).toMatchObject({ reminders: [day('2026-06-11')] });
    expect(change?.events.map(({ facts }) => facts?.of)).toStrictEqual(['promise', 'reminder']);
    const [, moved] = change?.events ?? [];
    expect(moved).toMatchObject({
      ...{ internal: true, facts: { of: 'reminder', was: reminders[1], dueAt: day('2026-06-11') } },
    });
    // Of two that are still to be sent and one that could be aimed anew, both stay.
    expect(movedAt({ ...scheduled, reminders }, START, shutOn('2026-06-12'))?.after).toMatchObject({ reminders });
  });
});

describe('A date', () => {
  const day = (on: string) => `${on}T16:00:00.000Z`;

  test('that is now, or has passed, stays', () => {
    const request = reachAt('submitted');
    expect(movedAt(request, plusMinutes(request.until, -1), shutOn('2026-06-09'))?.after.deadline.at).toBe(
      day('2026-06-12'),
    );
    expect(movedAt(request, request.until, shutOn('2026-06-09'))).toBeUndefined();
  });

  test('that is a moment stays, whatever is closed', () => {
    const moment = { ...reachAt('answered'), deadline: fixedAt('2026-06-09T12:00:00.000Z', START) };
    expect(movedAt(moment, START)).toBeUndefined();
  });

  test('of an order that is reported, or climbs no more, stays', () => {
    const followed = reachAt('in-follow-up');
    const still = followed.orders.map(({ climbsAt: _, ...order }) => order);
    const reported = followed.orders.map((order) => ({ ...order, status: 'reported-done' as const }));
    const [open] = followed.orders;
    if (!open) throw new Error('A request in follow-up has an order');
    const at = followed.metAt;
    const moved = movedAt({ ...followed, orders: [...still, ...reported, { ...open, number: 2 }] }, at)?.after;
    expect(moved?.orders.map(({ due }) => due.at)).toStrictEqual([
      ...[day('2026-07-14'), day('2026-07-14'), day('2026-07-15')],
    ]);
  });

  test('of a rung without a sum stays', () => {
    const followed = reachAt('in-follow-up');
    const overdue = followed.orders.map((order) => ({ ...order, overdueSince: followed.metAt }));
    const request = { ...followed, orders: overdue };
    expect(movedAt(request, followed.metAt)?.events.map(({ facts }) => facts?.of) ?? []).not.toContain('rung');
  });

  test('of a question is the citizen’s limit, by the calendar of the unit of the request', () => {
    const followed = reachAt('in-follow-up');
    const at = followed.metAt;
    const asked = agreed(askAboutOrder(followed, { order: 1, text: 'Which?' }, contextAt(at))).after;
    const after = movedAt(asked, at)?.after.orders[0];
    expect(after).toMatchObject({ climbsAt: day('2026-07-01'), questions: [{ until: { at: day('2026-07-01') } }] });
    expect(after?.due.at).toBe(day('2026-07-14'));
    const untouched = movedAt(asked, at, shutOn('2026-07-10'))?.after.orders[0];
    expect(untouched ?? asked.orders[0]).toMatchObject({ climbsAt: asked.orders[0]?.climbsAt });
  });

  test('at which the office shuts earlier moves to the next close, and one at which it is just open stays', () => {
    const request = reachAt('submitted');
    const shutFrom = (from: string) => {
      const closures = [{ on: '2026-06-11', from, reason: FLOOD }];
      const calendar = { ...eastmere.city.calendar, closures };
      return { ...eastmere, city: { ...eastmere.city, calendar } };
    };
    expect(movedAt(request, START, shutFrom('16:59'))?.after.deadline.at).toBe(day('2026-06-12'));
    expect(movedAt(request, START, shutFrom('17:00'))).toBeUndefined();
  });

  test('of an offer goes no further than its turn, nor back', () => {
    const offered = reachAt('offered');
    const startsAt = '2026-06-10T18:00:00.000Z';
    const soon = { ...offered, offered: offered.offered.map((turn) => ({ ...turn, startsAt })) };
    expect(movedAt(soon, START)?.after.deadline).toStrictEqual(fixedAt(startsAt, START));
    const before = { ...offered, offered: offered.offered.map((turn) => ({ ...turn, startsAt: offered.until })) };
    expect(movedAt(before, START)?.after.deadline).toStrictEqual(offered.deadline);
    const kept = { ...soon, silenceKeeps: true as const };
    expect(movedAt(kept, START)?.after.deadline.at).toBe('2026-06-10T17:00:00.000Z');
  });

  test('of a request that is closed stays, whatever limit it closed with', () => {
    const closed = reachAt('closed');
    expect(closed.deadline.at > closed.closedAt).toBe(true);
    expect(movedAt(closed, closed.closedAt)).toBeUndefined();
  });

  test('of a question that has ended stays', () => {
    const followed = reachAt('in-follow-up');
    const at = followed.metAt;
    const asked = agreed(askAboutOrder(followed, { order: 1, text: 'Which?' }, contextAt(at))).after;
    const ended = { text: 'Where?', askedAt: at, until: fixedAt(at, at), daysLeft: 1, endedAt: at };
    const orders = asked.orders.map((order) => ({ ...order, questions: [ended, ...(order.questions ?? [])] }));
    const after = movedAt({ ...asked, orders }, at)?.after.orders[0];
    expect(after?.questions?.[0]).toStrictEqual(ended);
    expect(after?.questions?.[1]?.until.at).toBe(day('2026-07-01'));
  });

  test('of the last reminder moves alone once the first was sent', () => {
    const scheduled = { ...reachAt('scheduled'), id: '00000000000000000000000000' };
    const appointment = { ...scheduled.appointment, startsAt: '2026-06-24T09:30:00.000Z' };
    const request = { ...scheduled, appointment, reminders: [day('2026-06-23')] };
    expect(movedAt(request, START, shutOn('2026-06-23'))?.after).toMatchObject({ reminders: [day('2026-06-22')] });
  });
});
