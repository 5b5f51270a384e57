import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { type Change, type Context, changesNextStep } from '../../domain/change.ts';
import { handOver } from '../../domain/hand-over.ts';
import type { OrderWish } from '../../domain/issue-orders.ts';
import { recordOutcome } from '../../domain/meeting.ts';
import { moveDeadline } from '../../domain/move-deadlines.ts';
import { orderActsOf, orderStateOf } from '../../domain/order.ts';
import { answerOrder, askAboutOrder } from '../../domain/order-question.ts';
import { bar, disputeOrder, renew, reportDone } from '../../domain/orders.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Request } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach } from './stages-of-life.ts';

const met = reach('met');
const NOW = met.at;
/** A Monday a week after the meeting. */
const LATER: Instant = '2026-06-22T09:00:00.000Z';

const ordered = (...wishes: Partial<OrderWish>[]): Request => {
  const orders = (wishes.length > 0 ? wishes : [{}]).map((wish) => ({ text: 'Repair.', unit: 'homes', ...wish }));
  return agreed(recordOutcome(met.request, { result: 'met', orders }, contextAt(NOW))).after;
};

type Rule = (request: Request, context: Context) => Outcome<Change>;
const took = (request: Request, rule: Rule, at = NOW, by = 'secretary.harbour'): Change =>
  agreed(rule(request, contextAt(at, { actor: 'staff', username: by })));
const first = ({ orders }: Request) => {
  const [order] = orders;
  if (!order) throw new Error('There is an order');
  return order;
};

const report: Rule = (request, context) => reportDone(request, { order: 1, proof: { letterNumber: '7' } }, context);
const asked: Rule = (request, context) => askAboutOrder(request, { order: 1, text: 'Which flat?' }, context);
const answered: Rule = (request, context) =>
  answerOrder(request, { order: 1, text: 'Flat 3.', documents: ['D'] }, context);
const handedTo =
  (unit: string): Rule =>
  (request, context) =>
    handOver(request, { order: 1, unit, reason: 'It is theirs.' }, context);
const renewedTo =
  (dueOn: string): Rule =>
  (request, context) =>
    renew(request, { order: 1, dueOn, reason: 'Steel.' }, context);

describe('An order card', () => {
  test('is due in the working days that the official names, and tells what proof is wanted', () => {
    const order = first(ordered({ dueInWorkingDays: 3, proofWanted: 'A photograph' }));
    expect(order).toMatchObject({
      due: { sum: { kind: 'working-days', amount: 3 } },
      proofWanted: 'A photograph',
    });
  });

  test('is refused with both a day and a number of days', () => {
    const wish = { text: 'Repair.', unit: 'homes', dueOn: '2026-07-01', dueInWorkingDays: 3 };
    expect(recordOutcome(met.request, { result: 'met', orders: [wish] }, contextAt(NOW))).toMatchObject({
      details: { fields: [{ path: 'orders.0.dueOn', problem: 'contradicts-itself' }] },
    });
  });

  test('of a body outside the city lies at the desk of its liaison', () => {
    expect(first(ordered({ unit: 'water' }))).toMatchObject({ unit: 'water', desk: 'hq', owner: { unit: 'hq' } });
    expect(first(ordered())).not.toHaveProperty('desk');
  });

  test('is not proven by the proof of another order', () => {
    const proven = (request: Request, order: number, document: string) =>
      reportDone(request, { order, proof: { document } }, contextAt(NOW));
    const half = agreed(proven(ordered({}, {}), 1, 'PHOTO')).after;
    expect(proven(half, 2, 'PHOTO')).toMatchObject({ details: { fields: [{ problem: 'of-another-order' }] } });
    expect(proven(half, 2, 'OTHER').agreed).toBe(true);
  });
});

describe('An order that is handed over', () => {
  test('gets its limit anew once, by the calendar and policy of its new unit; the old one stands as a former', () => {
    const { before, after: handed, events, letters } = took(ordered(), handedTo('waste'), LATER);
    const order = first(handed);
    expect(order).toMatchObject({
      ...{ unit: 'waste', formerUnits: ['homes'], rung: 0, owner: { role: 'owner', unit: 'waste' } },
      due: { sum: { amount: 10, from: LATER } },
    });
    expect(events).toMatchObject([
      {
        kind: 'order-handed-over',
        text: 'It is theirs.',
        facts: { from: 'homes', to: 'waste', was: first(before).due.at, dueAt: order.due.at },
      },
    ]);
    expect(letters).toMatchObject([
      { template: 'order-handed-over', to: 'applicant', facts: { order: '1', to: 'waste' } },
      { template: 'escalated', to: { role: 'owner', unit: 'waste' }, facts: { order: '1', step: 'follow-up' } },
    ]);
  });

  test('lies at the desk of the liaison while a body outside has it, and comes back to a unit that had it', () => {
    const outside = took(ordered(), handedTo('water')).after;
    expect(first(outside)).toMatchObject({ unit: 'water', desk: 'hq', owner: { unit: 'hq' }, formerUnits: ['homes'] });
    const back = first(took(outside, handedTo('homes')).after);
    expect(back).toMatchObject({ unit: 'homes', owner: { unit: 'homes' }, formerUnits: ['water'] });
    expect(back).not.toHaveProperty('desk');
  });

  test('keeps its date and rung when it is handed over again', () => {
    const once = took(ordered(), handedTo('waste'), LATER).after;
    const late = climbOverdue(once, contextAt(once.until, THE_OFFICE));
    const twice = took(late?.after ?? once, handedTo('trams'), once.until).after;
    expect(first(twice)).toMatchObject({
      ...{ unit: 'trams', formerUnits: ['homes', 'waste'], due: first(once).due, rung: 1 },
      ...{ overdueSince: first(once).due.at, owner: { role: 'unit-manager', unit: 'trams' } },
    });
  });

  test('after a dispute stays above the desk', () => {
    const disputed = took(took(ordered(), report).after, (request, context) =>
      disputeOrder(request, { order: 1, text: 'It is not.' }, context),
    ).after;
    expect(first(took(disputed, handedTo('waste')).after)).toMatchObject({ rung: 1, owner: { role: 'unit-manager' } });
  });

  test.each([
    ['homes', 'same-unit'],
    ['nowhere', 'outside-the-city'],
  ])('does not go to %s', (unit, problem) => {
    expect(handedTo(unit)(ordered(), contextAt(NOW))).toMatchObject({
      details: { fields: [{ path: 'unit', problem }] },
    });
  });
});

describe('An order that waits for the citizen', () => {
  const request = ordered();
  const waiting = took(request, asked, LATER);

  test('is the citizen’s to act on, until their limit; nothing climbs meanwhile', () => {
    const order = first(waiting.after);
    expect(waiting.after).toMatchObject({ status: 'in-follow-up', owner: { kind: 'citizen' } });
    expect(waiting.after.deadline).toEqual(order.questions?.[0]?.until);
    expect(waiting.after.until).toBe(order.climbsAt);
    expect(changesNextStep(waiting)).toBe(true);
    expect(waiting.letters).toMatchObject([{ template: 'order-question', to: 'applicant' }]);
    expect([orderStateOf(order), orderActsOf(order)]).toEqual(['waits-for-citizen', ['report', 'bar', 'answer']]);
  });

  test('runs on with the working days that were left, once the citizen has answered', () => {
    const change = took(waiting.after, answered, '2026-06-29T09:00:00.000Z');
    const order = first(change.after);
    // Twenty days from the meeting on 15 June; on 22 June fifteen were left (16 June is a holiday of the unit).
    const { daysLeft } = first(waiting.after).questions?.[0] ?? {};
    expect(order.due.sum).toMatchObject({ kind: 'working-days', amount: daysLeft, from: '2026-06-29T09:00:00.000Z' });
    // Five working days were paused: from one Monday to the next.
    expect([first(request).due.at, order.due.at]).toEqual(['2026-07-14T16:00:00.000Z', '2026-07-21T16:00:00.000Z']);
    expect(order.questions).toMatchObject([{ answer: 'Flat 3.', documents: ['D'] }]);
    expect(change.events).toMatchObject([
      { kind: 'order-answered', facts: { was: first(request).due.at, dueAt: order.due.at, documents: 'D' } },
    ]);
    expect(change.letters).toMatchObject([{ template: 'message', to: { role: 'owner', unit: 'homes' } }]);
  });

  test('runs on all the same when the limit passes without an answer, by the workflow or by the schedule', () => {
    const context = contextAt(waiting.after.until, THE_OFFICE);
    const change = passDeadline(waiting.after, context);
    expect(change?.events.map(({ kind }) => kind)).toEqual(['order-resumed']);
    expect(change?.after).toMatchObject({ owner: { role: 'owner', unit: 'homes' } });
    expect(change && first(change.after)).toMatchObject({ status: 'open', rung: 0 });
    expect(climbOverdue(waiting.after, context)?.after).toEqual(change?.after);
  });

  test('that is overdue already has its time on the rung put off, not its due date', () => {
    const late = passDeadline(request, contextAt(request.until, THE_OFFICE))?.after ?? request;
    const paused = took(late, asked, request.until).after;
    const resumed = took(paused, answered, '2026-07-20T09:00:00.000Z').after;
    expect(first(resumed).due).toEqual(first(request).due);
    expect(first(resumed)).toMatchObject({ rung: 1, climbsAt: '2026-07-23T16:00:00.000Z', rungSum: { amount: 3 } });
  });

  test('has its limit moved by a closed office, and its due date only then counted', () => {
    const shut = { on: waiting.after.deadline.at.slice(0, 10), reason: { en: 'Flood', fa: 'سیل' } };
    const { calendar } = eastmere.city;
    const flooded = { ...calendar, closures: [...calendar.closures, shut] };
    const office = { ...eastmere, city: { ...eastmere.city, calendar: flooded } };
    const moved = moveDeadline(waiting.after, { ...contextAt(LATER), office }, 'Flood.')?.after;
    expect(moved && moved.until > waiting.after.until).toBe(true);
    expect(moved && first(moved)).toMatchObject({ due: first(request).due, climbsAt: moved?.until });
  });

  test('may be reported or barred, which ends the question; it is neither renewed nor handed over', () => {
    const reported = first(took(waiting.after, report).after);
    expect(reported).toMatchObject({ status: 'reported-done', questions: [{ endedAt: NOW }] });
    const barred = took(waiting.after, (read, context) => bar(read, { order: 1, ground: 'By-law' }, context));
    expect(first(barred.after)).toMatchObject({ status: 'legally-barred', questions: [{ endedAt: NOW }] });
    for (const rule of [renewedTo('2026-09-01'), handedTo('waste'), asked]) {
      expect(rule(waiting.after, contextAt(NOW))).toMatchObject({
        ...{ reason: 'wrong-state', details: { status: 'waits-for-citizen' } },
      });
    }
  });

  test('waits three times at most', () => {
    let open = request;
    for (let time = 0; time < 3; time += 1) open = took(took(open, asked).after, answered).after;
    expect(asked(open, contextAt(NOW))).toMatchObject({ reason: 'limit-reached' });
  });
});

describe('An order that was partly done', () => {
  test('stays open one rank up, with what is left in the citizen’s words and the old date told', () => {
    const reported = took(ordered(), report).after;
    const change = took(reported, (request, context) =>
      disputeOrder(request, { order: 1, text: 'The gate is left.', undone: 'partly' }, context),
    );
    expect(first(change.after)).toMatchObject({ status: 'open', rung: 1, disputes: 1, remains: 'The gate is left.' });
    expect(change.events[0]).toMatchObject({
      kind: 'order-disputed',
      facts: { undone: 'partly', was: first(reported).due.at, dueAt: first(change.after).due.at },
    });
  });
});

describe('Renewing', () => {
  const twice = ['2026-09-01', '2026-09-02'].reduce(
    (request, dueOn) => took(request, renewedTo(dueOn)).after,
    ordered(),
  );

  test('is the secretary’s twice; after that a manager or the official decides', () => {
    expect(renewedTo('2026-09-03')(twice, contextAt(NOW))).toMatchObject({
      ...{ reason: 'limit-reached', details: { decides: 'unit-manager' } },
    });
    for (const by of ['manager.homes', 'manager.harbour', 'manager.hq']) {
      expect(first(took(twice, renewedTo('2026-09-03'), NOW, by).after).renewals).toBe(3);
    }
  });

  test('is no business of another unit’s manager', () => {
    const stranger = contextAt(NOW, { actor: 'staff', username: 'manager.waste' });
    expect(renewedTo('2026-09-03')(twice, stranger)).toMatchObject({ reason: 'limit-reached' });
  });

  test('tells the old date and the new', () => {
    const [line] = took(ordered(), renewedTo('2026-09-01')).events;
    expect(line?.facts).toMatchObject({ was: '2026-07-14T16:00:00.000Z', dueAt: '2026-09-01T16:00:00.000Z' });
  });
});
