import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { Change, Context } from '../../domain/change.ts';
import { confirmWhole, respond } from '../../domain/citizen-word.ts';
import { moveFromClosure } from '../../domain/closure.ts';
import { correct } from '../../domain/correction.ts';
import { recordAttendance, recordOutcome } from '../../domain/meeting.ts';
import { moveDeadline } from '../../domain/move-deadlines.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import { type Request, STATUSES } from '../../domain/request.ts';
import { type Instant, later, plusDays, plusMinutes } from '../../domain/time.ts';
import { THE_OFFICE, type TimelineEvent } from '../../domain/timeline.ts';
import { mayBecome } from '../../domain/transitions.ts';
import { MINUTES_A_DAY, RULES, reach, SECRETARY, slotIn } from './stages-of-life.ts';

type Act = (request: Request, context: Context, events: readonly TimelineEvent[]) => Outcome<Change>;

const MORE: readonly Act[] = [
  (request, context) => recordAttendance(request, 'no-show', context),
  (request, context) => recordAttendance(request, 'host-absent', context),
  (request, context) => recordOutcome(request, { result: 'partly', orders: [] }, context),
  (request, context) => respond(request, 'solved', context),
  (request, context) => confirmWhole(request, true, undefined, context),
  (request, context) => confirmWhole(request, false, 'No.', context),
  (request, context, events) => correct(request, { field: 'status' }, { reason: 'Slip.', events }, context),
  (request, context, events) =>
    correct(request, { field: 'urgent', urgent: true }, { reason: 'Slip.', events }, context),
  (request, context) => {
    const on = plusDays(context.at.slice(0, 10), 1);
    const change = moveDeadline(request, { ...context, office: shutOn(on, context.office) }, 'Flood.');
    return change ? agree(change) : refuse('wrong-state');
  },
  (request, context) =>
    moveFromClosure(request, { closed: aMonthFrom(context.at), next: undefined, why: 'Flood.' }, context),
  (request, context) => {
    const next = slotIn(40, request, context.at);
    return moveFromClosure(request, { closed: aMonthFrom(context.at), next, why: 'Flood.' }, context);
  },
];
const aMonthFrom = (at: Instant) => ({ startsAt: at, endsAt: plusMinutes(at, 30 * MINUTES_A_DAY) });
const shutOn = (on: string, office: Office): Office => {
  const { calendar } = office.city;
  const closures = [...calendar.closures, { on, reason: { en: 'Flood', fa: 'سیل' } }];
  return { ...office, city: { ...office.city, calendar: { ...calendar, closures } } };
};
const ACTS: readonly Act[] = [...Object.values(RULES), ...MORE];

/** A city in which nobody is left but those whom the city cannot do without. */
const emptied: Office = { ...eastmere, users: eastmere.users.filter((user) => user.username === 'administrator') };

const lives = fc.array(fc.record({ act: fc.nat(1000), wait: fc.nat(9 * MINUTES_A_DAY), late: fc.nat(30) }), {
  maxLength: 25,
});

const holds = (change: Change, at: Instant) => {
  const { before, after } = change;
  expect(
    mayBecome(before.status, after.status) || after.status === before.status,
    `${before.status} → ${after.status}`,
  ).toBe(true);
  expect(after.owner).toBeDefined();
  if (after.owner.kind === 'staff') expect(after.owner.role.length * after.owner.unit.length).toBeGreaterThan(0);
  if (after.status === 'closed') return;
  expect(after.until > at, `${after.status} until ${after.until} at ${at}`).toBe(true);
  expect(after.deadline.at > at, `${after.status} due ${after.deadline.at} at ${at}`).toBe(true);
  for (const order of after.orders.filter(({ status }) => status === 'open')) {
    expect(order.owner.kind).toBe('staff');
    expect(order.climbsAt).toBeDefined();
  }
};

describe.each([
  ['a whole city', eastmere],
  ['a city without staff', emptied],
] as const)('Through every life in %s', (_, office) => {
  test('a request is always held by somebody, until a moment to come, and goes only where the table says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), lives, (status, life) => {
        let { request, at } = reach(status, office);
        let events: readonly TimelineEvent[] = [];
        const settle = (change: Change | undefined) => {
          if (!change) return;
          holds(change, at);
          request = change.after;
          events = [...events, ...change.events];
        };
        for (const { act, wait, late } of life) {
          const then = plusMinutes(at, wait);
          // What falls due meanwhile is done first, as the workflow and the schedule do it.
          for (let next = dueAt(request); next !== undefined && next <= then; next = dueAt(request)) {
            at = plusMinutes(next, late);
            const context = { at, by: THE_OFFICE, office };
            settle(passDeadline(request, context) ?? climbOverdue(request, context));
          }
          at = later(at, then);
          const context = { at, by: SECRETARY, office };
          const possible = ACTS.map((one) => one(request, context, events)).filter((outcome) => outcome.agreed);
          settle(possible[act % Math.max(1, possible.length)]?.value);
        }
      }),
      { numRuns: 120 },
    );
  });
});

const dueAt = (request: Request): Instant | undefined =>
  request.status === 'closed'
    ? undefined
    : [request.until, ...request.orders.flatMap(({ climbsAt }) => climbsAt ?? [])].toSorted()[0];
