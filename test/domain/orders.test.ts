import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { Change, Context } from '../../domain/change.ts';
import type { OrderWish } from '../../domain/issue-orders.ts';
import { recordOutcome } from '../../domain/meeting.ts';
import { addOrder, bar, confirmOrder, disputeOrder, renew, reportDone } from '../../domain/orders.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Request } from '../../domain/request.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach } from './stages-of-life.ts';

const met = reach('met');
const NOW = met.at;
const repair: OrderWish = { text: 'Repair.', unit: 'homes' };
const clean: OrderWish = { text: 'Clean.', unit: 'waste' };

const ordered = (...orders: OrderWish[]): Request =>
  agreed(recordOutcome(met.request, { result: 'met', orders }, contextAt(NOW))).after;

/** Takes decisions one after the other at one moment. */
const taking = (start: Request, at: Instant, ...rules: ((request: Request, context: Context) => Outcome<Change>)[]) =>
  rules.reduce((request, rule) => agreed(rule(request, contextAt(at))).after, start);

const report =
  (order: number) =>
  (request: Request, context: Context): Outcome<Change> =>
    reportDone(request, { order, proof: { letterNumber: '7' } }, context);
const confirm = (order: number) => (request: Request, context: Context) => confirmOrder(request, order, context);
const dispute = (order: number) => (request: Request, context: Context) =>
  disputeOrder(request, { order, text: 'It is not done.' }, context);
const barred = (order: number) => (request: Request, context: Context) =>
  bar(request, { order, ground: 'By-law' }, context);

const letPass = (request: Request, at = request.until): Request => {
  const change = passDeadline(request, contextAt(at, THE_OFFICE));
  if (!change) throw new Error('A deadline that has passed is a duty');
  return change.after;
};

describe('An order', () => {
  test('is due by the policy and calendar of the unit that must act, with the sum that says why', () => {
    const [atHomes, atWaste] = ordered(repair, clean).orders;
    expect(atHomes?.due).toMatchObject({
      at: '2026-07-14T16:00:00.000Z',
      sum: { amount: 20, skippedOn: ['2026-06-16'] },
    });
    expect(atWaste?.due).toMatchObject({ at: '2026-06-30T16:00:00.000Z', sum: { amount: 10 } });
  });

  test('to a body outside the city is owned by its liaison', () => {
    expect(ordered({ text: 'Move the main.', unit: 'water' }).orders[0]).toMatchObject({
      ...{ unit: 'water', owner: { role: 'owner', unit: 'hq' } },
    });
  });

  test('keeps the name of who held the post that day', () => {
    const office = {
      ...eastmere,
      officials: eastmere.officials.map((post) =>
        post.id === 'harbour-alderman' ? { ...post, holder: { en: 'The Alderman' } } : post,
      ),
    };
    const change = recordOutcome(met.request, { result: 'met', orders: [repair] }, contextAt(NOW, undefined, office));
    expect(agreed(change).after.orders[0]?.holder).toBe('The Alderman');
  });

  test('is the request’s duty while it presses most', () => {
    const request = ordered(repair, clean);
    expect(request).toMatchObject({ owner: { unit: 'waste' }, deadline: { at: '2026-06-30T16:00:00.000Z' } });
    expect(taking(request, NOW, report(2))).toMatchObject({ owner: { unit: 'homes' } });
  });

  test('is settled by the citizen’s word alone, one by one', () => {
    const reported = taking(ordered(repair, clean), NOW, report(1), report(2));
    expect(reported.status).toBe('awaiting-confirmation');
    const half = taking(reported, NOW, confirm(1));
    expect(half).toMatchObject({ status: 'awaiting-confirmation' });
    expect(taking(half, NOW, confirm(2))).toMatchObject({ status: 'closed', reason: 'resolved' });
  });

  test('that nobody confirms in time is settled silently, and counted apart', () => {
    const reported = taking(ordered(repair, clean), NOW, report(1), report(2), confirm(1));
    expect(letPass(reported)).toMatchObject({
      ...{ status: 'closed', reason: 'settled-silently' },
      orders: [{ status: 'confirmed' }, { status: 'confirmed', silently: true }],
    });
  });

  test('disputed goes one rung up each time, never back to the same desk, and stays at the top', () => {
    let request = ordered(repair);
    const owners: unknown[] = [];
    for (let time = 0; time < 6; time += 1) {
      request = taking(request, NOW, report(1), dispute(1));
      const owner = request.orders[0]?.owner;
      owners.push(owner?.kind === 'staff' && `${owner.role} of ${owner.unit}`);
    }
    expect(owners).toEqual([
      ...['unit-manager of homes', 'coordinator of hq', 'inspector of hq'],
      ...['unit-manager of hq', 'unit-manager of hq', 'unit-manager of hq'],
    ]);
    expect(request.orders[0]).toMatchObject({ disputes: 6, status: 'open' });
  });

  test('barred by law closes the matter as that only if all are, and may be objected to once', () => {
    const both = ordered(repair, clean);
    expect(taking(both, NOW, barred(1), barred(2))).toMatchObject({ reason: 'legally-barred' });
    expect(taking(both, NOW, barred(1), report(2), confirm(2))).toMatchObject({ reason: 'resolved' });
    const reopened = taking(both, NOW, barred(1), dispute(1));
    expect(reopened.orders[0]).toMatchObject({ status: 'open', rung: 1, barObjected: true });
    const again = taking(reopened, NOW, barred(1));
    expect(dispute(1)(again, contextAt(NOW))).toMatchObject({ reason: 'objection-used' });
  });

  test('renewed starts anew at its desk with a later date, is counted, and tells the citizen why', () => {
    const late = letPass(ordered(repair));
    expect(late.orders[0]).toMatchObject({ rung: 1, overdueSince: '2026-07-14T16:00:00.000Z' });
    const change = agreed(
      renew(late, { order: 1, dueOn: '2026-09-01', reason: 'Steel.' }, contextAt('2026-07-15T09:00:00.000Z')),
    );
    expect(change.after.orders[0]).toMatchObject({ rung: 0, renewals: 1, owner: { role: 'owner', unit: 'homes' } });
    expect(change.after.orders[0]).not.toHaveProperty('overdueSince');
    expect(change.letters).toMatchObject([{ template: 'order-renewed', to: 'applicant' }]);
  });

  test.each([
    ['earlier', '2026-07-13', 'not-later'],
    ['on a closed day', '2026-09-05', 'closed-that-day'],
    ['in the past', '2026-06-01', 'in-the-past'],
  ])('is not renewed to a day %s', (_, dueOn, problem) => {
    expect(renew(ordered(repair), { order: 1, dueOn, reason: 'x' }, contextAt(NOW))).toMatchObject({
      ...{ reason: 'invalid', details: { fields: [{ path: 'dueOn', problem }] } },
    });
  });

  test('renewed after a dispute stays above the desk that reported it', () => {
    const disputed = taking(ordered(repair), NOW, report(1), dispute(1));
    const renewal = { order: 1, dueOn: '2026-09-01', reason: 'Steel.' };
    const renewed = taking(disputed, NOW, (request, context) => renew(request, renewal, context));
    expect(renewed.orders[0]).toMatchObject({ rung: 1, owner: { role: 'unit-manager', unit: 'homes' }, renewals: 1 });
  });

  test('tells of every vacant rung that it passes on its way up', () => {
    const users = eastmere.users.filter(({ username }) => username !== 'manager.homes' && username !== 'coordinator');
    const office = { ...eastmere, users };
    const passed = (change: Change | undefined) =>
      change?.events.flatMap(({ kind, facts }) => (kind === 'rung-vacant' ? [`${facts?.role} of ${facts?.unit}`] : []));
    const both = ['unit-manager of homes', 'coordinator of hq'];

    const open = ordered(repair);
    const at = open.orders[0]?.climbsAt ?? NOW;
    expect(passed(climbOverdue(open, contextAt(at, THE_OFFICE, office)))).toEqual(both);
    const reported = taking(open, NOW, report(1));
    const disputed = disputeOrder(reported, { order: 1, text: 'No.' }, contextAt(NOW, undefined, office));
    expect(passed(agreed(disputed))).toEqual(both);
  });

  test('names everything that is wrong with any of them', () => {
    const orders: OrderWish[] = [
      { text: 'Repair.', unit: 'nowhere' },
      { text: 'Clean.', unit: 'waste', dueOn: '2026-06-01' },
    ];
    expect(recordOutcome(met.request, { result: 'met', orders }, contextAt(NOW))).toMatchObject({
      details: {
        fields: [
          { path: 'orders.0.unit', problem: 'outside-the-city' },
          { path: 'orders.1.dueOn', problem: 'in-the-past' },
        ],
      },
    });
  });

  test('is not added twice by a call that is repeated', () => {
    const add = (request: Request, context: Context) => addOrder(request, clean, context);
    const more = taking(ordered(repair), NOW, add);
    expect(add(more, contextAt(NOW))).toMatchObject({ reason: 'already-recorded' });
    expect(add(taking(more, NOW, report(2)), contextAt(NOW)).agreed).toBe(true);
  });

  test('needs something that proves it', () => {
    const refused = reportDone(ordered(repair), { order: 1, proof: { note: 'Done.' } }, contextAt(NOW));
    expect(refused).toMatchObject({ details: { fields: [{ path: 'proof' }] } });
  });

  test('more while the citizen is asked opens the matter again', () => {
    const reported = taking(ordered(repair), NOW, report(1));
    expect(taking(reported, NOW, (request, context) => addOrder(request, clean, context))).toMatchObject({
      ...{ status: 'in-follow-up', orders: [{ number: 1 }, { number: 2, status: 'open' }] },
    });
  });
});

describe('An overdue order', () => {
  test('climbs once at its due instant, and one rung at each limit after it', () => {
    let request = letPass(ordered(repair));
    const rungs = [request.orders[0]?.rung];
    for (let time = 0; time < 5; time += 1) {
      const at = request.orders[0]?.climbsAt ?? NOW;
      expect(climbOverdue(request, contextAt(plusMinutes(at, -1), THE_OFFICE))).toBeUndefined();
      request = climbOverdue(request, contextAt(at, THE_OFFICE))?.after ?? request;
      rungs.push(request.orders[0]?.rung);
    }
    expect(rungs).toEqual([1, 2, 3, 4, 4, 4]);
  });

  test('tells each new holder once, and nobody at the top', () => {
    let request = letPass(ordered(repair));
    const letters: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      const change = climbOverdue(request, contextAt(request.orders[0]?.climbsAt ?? NOW, THE_OFFICE));
      letters.push(change?.letters.length ?? -1);
      request = change?.after ?? request;
    }
    expect(letters).toEqual([1, 1, 1, 0, 0]);
  });

  test('leaves the others where they are', () => {
    const late = letPass(ordered(repair, clean));
    expect(late.orders.map(({ rung }) => rung)).toEqual([0, 1]);
  });
});
