import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { Change } from '../../domain/change.ts';
import { CITIZEN, staff } from '../../domain/owner.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Request } from '../../domain/request.ts';
import { climb } from '../../domain/stages.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { contextAt, reach, reachAt, START } from './stages-of-life.ts';

const due = (request: Request, at: Instant = request.until, office = eastmere): Change => {
  const change = passDeadline(request, contextAt(at, THE_OFFICE, office));
  if (!change) throw new Error('A deadline that has passed is a duty');
  return change;
};
const kindsOf = ({ events }: Change) => events.map(({ kind }) => kind);
const templatesOf = ({ letters }: Change) => letters.map(({ template }) => template);
const without = (...usernames: string[]) => ({
  ...eastmere,
  users: eastmere.users.filter(({ username }) => !usernames.includes(username)),
});

describe('A deadline', () => {
  test('passes at its instant, and not before', () => {
    const request = reachAt('submitted');
    expect(passDeadline(request, contextAt(plusMinutes(request.until, -1)))).toBeUndefined();
    expect(passDeadline(request, contextAt(request.until))).toBeDefined();
  });

  test('of a closed request is none', () => {
    const closed = reachAt('closed');
    expect(passDeadline(closed, contextAt('2030-01-01T00:00:00.000Z'))).toBeUndefined();
    expect(passDeadline({ ...closed, step: 'confirmation' }, contextAt('2030-01-01T00:00:00.000Z'))).toBeUndefined();
  });
});

describe('When the triage limit passes', () => {
  const request = reachAt('submitted');

  test('the matter climbs one rung, with a limit of its own', () => {
    const change = due(request);
    expect(change.after).toMatchObject({ status: 'submitted', rung: 1, owner: staff('unit-manager', 'harbour') });
    // Three working days from Thursday, without the Charter Day.
    expect(change.after.deadline.at).toBe('2026-06-17T16:00:00.000Z');
  });

  test('it is told which limit ran out, and to whom it went', () => {
    const change = due(request);
    expect(change.events).toStrictEqual([
      {
        ...{ kind: 'escalated', at: request.until, by: THE_OFFICE },
        facts: { role: 'unit-manager', unit: 'harbour', step: 'triage', rung: '1', ranOut: request.until },
      },
    ]);
    expect(change.letters).toMatchObject([
      {
        ...{ template: 'escalated', to: staff('unit-manager', 'harbour'), facts: { step: 'triage' } },
        validWhile: { statuses: ['submitted'] },
      },
    ]);
  });

  test('a vacant rung is passed at once, and the passing is told to the staff', () => {
    const passed = due(request, request.until, without('manager.harbour'));
    expect(passed.after).toMatchObject({ rung: 2, owner: staff('coordinator', 'hq') });
    expect(passed.events[0]).toStrictEqual({
      ...{ kind: 'rung-vacant', at: request.until, by: THE_OFFICE, internal: true },
      facts: { role: 'unit-manager', unit: 'harbour' },
    });
    expect(kindsOf(passed)).toStrictEqual(['rung-vacant', 'escalated']);
  });

  test('at the top it stays, and nobody is told twice', () => {
    const top = due({ ...request, rung: 4, owner: staff('unit-manager', 'hq') });
    expect(top.after).toMatchObject({ rung: 4, owner: staff('unit-manager', 'hq') });
    expect(top.after.deadline.at).toBe('2026-06-17T16:00:00.000Z');
    expect([kindsOf(top), templatesOf(top)]).toStrictEqual([[], []]);
  });
});

test('A matter can be lifted to a rung by name', () => {
  const { draft } = climb(reachAt('submitted'), contextAt(START, THE_OFFICE), 3);
  expect(draft).toMatchObject({ rung: 3, owner: staff('inspector', 'hq') });
});

test('When the promised date passes, the coordinator holds the matter', () => {
  const waiting = reachAt('waiting');
  const change = due(waiting);
  expect(change.after).toMatchObject({ status: 'waiting', rung: 2, owner: staff('coordinator', 'hq') });
  expect(change.after.promised).toStrictEqual(waiting.promised);
  expect(due({ ...waiting, rung: 2 }).after).toMatchObject({ rung: 3, owner: staff('inspector', 'hq') });
});

test('When an offer lapses the turn goes back, but for one that silence keeps', () => {
  const offered = reachAt('offered');
  expect(kindsOf(due(offered))).toStrictEqual(['offer-lapsed']);
  expect(kindsOf(due({ ...offered, silenceKeeps: true }))[0]).toBe('scheduled');
});

describe('When the citizen says nothing', () => {
  test('to a question, the unit decides on what it has, with what was left of its limit', () => {
    const asked = { ...reachAt('needs-info'), triageDaysLeft: 2 };
    const change = due(asked);
    expect(change.after).toMatchObject({ status: 'submitted', owner: staff('expert', 'harbour'), rung: 0 });
    expect(change.after.deadline.at).toBe('2026-06-25T16:00:00.000Z');
    expect(kindsOf(change)).toStrictEqual(['information-missing']);
    const vacant = due(asked, asked.until, without('expert.harbour'));
    expect(kindsOf(vacant)).toStrictEqual(['information-missing', 'rung-vacant']);
  });

  test.each([
    ['answered', 'answered'],
    ['declined', 'declined'],
  ] as const)('to what was %s, it is closed as %s', (status, reason) => {
    const change = due(reach(status).request);
    expect(change.after).toMatchObject({ status: 'closed', reason });
    expect(kindsOf(change)).toStrictEqual(['closed']);
    expect(templatesOf(change)).toStrictEqual(['closed']);
  });

  test('to what was done, it is settled silently', () => {
    const change = due(reachAt('awaiting-confirmation'));
    expect(change.after).toMatchObject({ status: 'closed', reason: 'settled-silently', orders: [{ silently: true }] });
  });
});

describe('A reminder', () => {
  const first = '2026-06-13T09:30:00.000Z';
  const last = '2026-06-14T16:00:00.000Z';
  const scheduled = { ...reachAt('scheduled'), step: 'reminder' as const, until: first, reminders: [first, last] };
  const { startsAt, session, slot } = scheduled.appointment;

  test('is sent at its moment, and the next one is waited for', () => {
    const change = due(scheduled);
    expect(change.after).toMatchObject({ step: 'last-reminder', until: last, reminders: [last] });
    expect(change.events).toStrictEqual([{ kind: 'reminded', at: first, by: THE_OFFICE, facts: { startsAt } }]);
    expect(change.letters).toStrictEqual([
      {
        ...{ template: 'reminder', to: 'applicant', facts: { startsAt, session, slot } },
        validWhile: { statuses: ['scheduled'], appointment: 1, before: startsAt },
      },
    ]);
  });

  test('of two that are due at once is the last one alone', () => {
    const change = due(scheduled, last);
    expect(templatesOf(change)).toStrictEqual(['last-reminder']);
    expect(change.after).toMatchObject({ step: 'meeting', reminders: [] });
  });

  test('is never sent after the start', () => {
    const change = due(scheduled, startsAt);
    expect(change.events).toStrictEqual([{ kind: 'reminder-dropped', at: startsAt, by: THE_OFFICE, internal: true }]);
    expect(change.letters).toStrictEqual([]);
    expect(templatesOf(due(scheduled, plusMinutes(startsAt, -1)))).toStrictEqual(['last-reminder']);
  });
});

describe.each([reachAt('met'), { ...reachAt('scheduled'), step: 'meeting' as const, reminders: [] }])(
  'When nobody has written down what happened ($status)',
  (silent) => {
    const request = { ...silent, until: silent.deadline.at };

    test('the secretary is chased first, with one more working day', () => {
      const change = due(request);
      expect(change.after).toMatchObject({ status: request.status, chased: 1, rung: 0, owner: request.owner });
      expect(change.after.deadline.at).toBe('2026-06-18T16:00:00.000Z');
      expect(change.events).toStrictEqual([
        { kind: 'outcome-chased', at: request.until, by: THE_OFFICE, internal: true },
      ]);
      expect(change.letters).toStrictEqual([
        {
          ...{ template: 'outcome-due', to: staff('secretary', 'harbour'), facts: {} },
          validWhile: { statuses: [request.status] },
        },
      ]);
    });

    test('then the matter climbs', () => {
      const change = due({ ...request, chased: 1 });
      expect(change.after).toMatchObject({ rung: 1, owner: staff('unit-manager', 'harbour') });
      expect(kindsOf(change)).toStrictEqual(['escalated']);
    });
  },
);

describe('In follow-up', () => {
  const followed = reachAt('in-follow-up');

  test('an order that is overdue climbs', () => {
    expect(kindsOf(due(followed))).toStrictEqual(['order-overdue', 'escalated']);
  });

  test('an instant at which nothing is due is only looked at', () => {
    const later = followed.orders.map((order) => ({ ...order, climbsAt: '2026-09-01T16:00:00.000Z' }));
    const change = due({ ...followed, orders: later });
    expect([kindsOf(change), templatesOf(change)]).toStrictEqual([[], []]);
    expect(change.after.version).toBe(followed.version + 1);
  });
});

test('The citizen owns what only the citizen can do', () => {
  for (const status of ['needs-info', 'answered', 'declined', 'offered', 'awaiting-confirmation'] as const) {
    expect(reach(status).request.owner).toStrictEqual(CITIZEN);
  }
});
