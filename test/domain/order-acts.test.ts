import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { atRest, withoutQuestion } from '../../domain/on-order.ts';
import type { Order } from '../../domain/order.ts';
import { placeOrder } from '../../domain/order-place.ts';
import { answerOrder, askAboutOrder, resumedFacts, resumeUnanswered } from '../../domain/order-question.ts';
import {
  addOrder,
  bar,
  confirmOrder,
  disputeOrder,
  isObjectedTo,
  renew,
  reopenOrder,
  reportDone,
} from '../../domain/orders.ts';
import { refuse, refuseField } from '../../domain/outcome.ts';
import { climbingBy, climbOverdue } from '../../domain/overdue.ts';
import { staff } from '../../domain/owner.ts';
import { mayRenewAgain } from '../../domain/renewal-limit.ts';
import type { At, Request } from '../../domain/request.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';
import type { User } from '../../domain/user.ts';
import { fixedAt } from '../../domain/working-time.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reachAt } from './stages-of-life.ts';

const NOW = '2026-06-15T09:30:00.000Z';
const DUE = '2026-07-14T16:00:00.000Z';
/** Three working days from the meeting, without the Charter Day. */
const THREE_DAYS = '2026-06-19T16:00:00.000Z';
const context = contextAt(NOW);
const followed = reachAt('in-follow-up');
const [given] = followed.orders;
const order = (more: Partial<Order> = {}): Order => {
  if (!given) throw new Error('A request in follow-up has an order');
  return { ...given, ...more };
};
const withOrders = (...orders: Order[]): At<'in-follow-up'> => ({ ...followed, orders });
const orderOf = (request: Request, number = 1): Order => {
  const found = request.orders.find((one) => one.number === number);
  if (!found) throw new Error(`There is no order ${number}`);
  return found;
};
const two = withOrders(order(), order({ number: 2, text: 'Clean.' }));
const line = { at: NOW, by: context.by };

describe('Every act on an order', () => {
  test('needs the order, in a state that fits', () => {
    expect(confirmOrder(followed, 9, context)).toStrictEqual(refuse('not-found'));
    expect(confirmOrder(followed, 1, context)).toStrictEqual(refuse('wrong-state', { status: 'open' }));
    expect(bar(reachAt('met'), { order: 1, ground: 'x' }, context)).toStrictEqual(
      refuse('wrong-state', { status: 'met' }),
    );
  });

  test('leaves the other orders as they are', () => {
    const { after } = agreed(bar(two, { order: 2, ground: 'By-law 3' }, context));
    expect(after.orders[0]).toStrictEqual(order());
    expect(after.status).toBe('in-follow-up');
  });
});

describe('An order that is reported done', () => {
  const report = (request: Request, number = 1, proof: Order['proof'] = { letterNumber: '7' }) =>
    reportDone(request, { order: number, proof }, context);

  test('rests, with its proof, and is told', () => {
    const late = order({ overdueSince: NOW, rungSum: { kind: 'fixed', from: NOW } });
    const proof = { letterNumber: '7', document: 'D', note: 'Done.' };
    const change = agreed(report(withOrders(late, order({ number: 2 })), 1, proof));
    const { climbsAt: _, ...still } = order();
    expect(orderOf(change.after)).toStrictEqual({ ...still, status: 'reported-done', proof, reportedAt: NOW });
    expect(change.events).toStrictEqual([
      { ...line, kind: 'order-reported', facts: { order: '1', letterNumber: '7', document: 'D' }, text: 'Done.' },
    ]);
    expect(change.letters).toStrictEqual([
      { template: 'order-reported', to: 'applicant', facts: { order: '1' }, validWhile: {} },
    ]);
  });

  test('says only what there is to say', () => {
    const [told] = agreed(report(followed)).events;
    expect(told).toStrictEqual({ ...line, kind: 'order-reported', facts: { order: '1', letterNumber: '7' } });
    const [other] = agreed(report(followed, 1, { document: 'D' })).events;
    expect(other?.facts).toStrictEqual({ order: '1', document: 'D' });
  });

  test('asks the citizen to confirm once none is open, and only once', () => {
    const first = agreed(report(two));
    expect(first.letters.map(({ template }) => template)).toStrictEqual(['order-reported']);
    const second = agreed(report(first.after, 2));
    expect(second.after.status).toBe('awaiting-confirmation');
    expect(second.letters[1]).toStrictEqual({
      ...{ template: 'please-confirm', to: 'applicant', facts: {} },
      validWhile: { statuses: ['awaiting-confirmation'] },
    });
    const confirmed = agreed(confirmOrder(second.after, 1, context));
    expect(confirmed.after.status).toBe('awaiting-confirmation');
    expect(confirmed.letters).toStrictEqual([]);
  });

  test('is proven by a letter or a document', () => {
    expect(report(followed, 1, { note: 'Done.' })).toStrictEqual(refuseField('proof', 'empty'));
    expect(report(followed, 1, {})).toStrictEqual(refuseField('proof', 'empty'));
  });

  test('is proven by nothing that shows another order', () => {
    const box = { document: 'SCAN', page: 1, x: 0, y: 0, width: 10, height: 10 };
    const refused = refuseField('document', 'of-another-order');
    expect(report(withOrders(order({ box })), 1, { document: 'SCAN' })).toStrictEqual(refused);
    expect(report(withOrders(order(), order({ number: 2, box })), 1, { document: 'SCAN' })).toStrictEqual(refused);
    const proven = order({ number: 2, proof: { document: 'PHOTO' } });
    expect(report(withOrders(order(), proven), 1, { document: 'PHOTO' })).toStrictEqual(refused);
    expect(report(withOrders(order(), proven), 2, { document: 'PHOTO' }).agreed).toBe(true);
    expect(report(withOrders(order(), proven), 1, { document: 'OTHER' }).agreed).toBe(true);
  });
});

describe('An order that is added', () => {
  const box = { document: 'SCAN', page: 1, x: 0, y: 0, width: 10, height: 10 };
  const wish = { text: 'Repair.', unit: 'homes' };

  test('is told as an outcome of its own', () => {
    const change = agreed(addOrder(followed, { text: 'Paint.', unit: 'waste' }, context));
    expect(orderOf(change.after, 2)).toMatchObject({ text: 'Paint.', unit: 'waste', status: 'open' });
    expect(change.events.map(({ kind }) => kind)).toStrictEqual(['order-issued']);
    expect(change.letters.map(({ template, to, facts }) => [template, to, facts])).toStrictEqual([
      ['outcome', 'applicant', { orders: '1' }],
      ['escalated', staff('owner', 'waste'), { step: 'follow-up', order: '2' }],
    ]);
  });

  test.each([
    ['with another text', { ...wish, text: 'Repaint.' }],
    ['for another unit', { ...wish, unit: 'waste' }],
    ['cut from the scan', { ...wish, box }],
  ])('is another one %s', (_, other) => {
    expect(addOrder(followed, other, context).agreed).toBe(true);
    expect(addOrder(followed, wish, context)).toStrictEqual(refuse('already-recorded'));
  });

  test('is the same one only where it was cut from the same part', () => {
    const cut = withOrders(order({ box }));
    expect(addOrder(cut, { ...wish, box: { ...box } }, context)).toStrictEqual(refuse('already-recorded'));
    expect(addOrder(cut, { ...wish, box: { ...box, x: 1 } }, context).agreed).toBe(true);
    expect(addOrder(cut, { ...wish, box: { ...box, document: 'OTHER' } }, context).agreed).toBe(true);
    expect(addOrder(cut, wish, context).agreed).toBe(true);
  });

  test('is refused with the field that is wrong, and before the meeting', () => {
    expect(addOrder(followed, { text: 'x', unit: 'nowhere' }, context)).toStrictEqual(
      refuseField('unit', 'outside-the-city'),
    );
    expect(addOrder(two, wish, context)).toStrictEqual(refuse('already-recorded'));
    expect(addOrder(reachAt('met'), wish, context)).toStrictEqual(refuse('wrong-state', { status: 'met' }));
  });
});

describe('A new due date', () => {
  const renewAt = (at: Instant, dueOn: string, request: Request = followed) =>
    renew(request, { order: 1, dueOn, reason: 'Steel.' }, contextAt(at));

  test('is counted, told with the old one, and starts the order anew', () => {
    const late = order({ overdueSince: DUE, rung: 2, climbsAt: '2026-08-01T16:00:00.000Z' });
    const change = agreed(renewAt(NOW, '2026-09-01', withOrders(late)));
    const facts = { order: '1', was: DUE, dueAt: '2026-09-01T16:00:00.000Z' };
    const { overdueSince: _, ...rest } = late;
    expect(orderOf(change.after)).toStrictEqual({
      ...{ ...rest, rung: 0, owner: staff('owner', 'homes'), climbsAt: facts.dueAt, renewals: 1 },
      ...{ renewalReason: 'Steel.', due: { at: facts.dueAt, sum: { kind: 'fixed', from: NOW, on: '2026-09-01' } } },
    });
    expect(change.events).toStrictEqual([{ ...line, kind: 'order-renewed', text: 'Steel.', facts }]);
    expect(change.letters).toStrictEqual([{ template: 'order-renewed', to: 'applicant', facts, validWhile: {} }]);
  });

  test('leaves an order that was disputed above the desk', () => {
    const change = agreed(renewAt(NOW, '2026-09-01', withOrders(order({ disputes: 2, rung: 4 }))));
    expect(orderOf(change.after)).toMatchObject({ rung: 2, owner: staff('coordinator', 'hq') });
  });

  test('is today at the soonest', () => {
    const monday = '2026-07-20T09:30:00.000Z';
    expect(renewAt(monday, '2026-07-20').agreed).toBe(true);
    expect(renewAt(monday, '2026-07-19')).toStrictEqual(refuseField('dueOn', 'in-the-past'));
  });

  test('is a working day, later than the one before', () => {
    expect(renewAt(NOW, '2026-09-05')).toStrictEqual(refuseField('dueOn', 'closed-that-day'));
    expect(renewAt(NOW, '2026-07-14')).toStrictEqual(refuseField('dueOn', 'not-later'));
    expect(renewAt(NOW, '2026-07-15').agreed).toBe(true);
  });

  test('is a manager’s to give, the third time', () => {
    expect(renewAt(NOW, '2026-09-01', withOrders(order({ renewals: 2 })))).toStrictEqual(
      refuse('limit-reached', { decides: 'unit-manager' }),
    );
  });
});

describe('Who may give an order more time once the policy’s number is used up', () => {
  const used = order({ renewals: 2 });
  const may = (roles: User['roles'], more: Partial<Order> = {}) => {
    const somebody: User = { username: 'somebody', displayName: 'Somebody', locale: 'en', roles };
    const office = { ...eastmere, users: [...eastmere.users, somebody] };
    const by = { actor: 'staff' as const, username: 'somebody' };
    return mayRenewAgain({ ...used, ...more }, followed, contextAt(NOW, by, office));
  };

  test('is anybody before that', () => {
    expect(may([], { renewals: 1 })).toBe(true);
    expect(may([])).toBe(false);
    expect(mayRenewAgain(used, followed, contextAt(NOW, { actor: 'office' }))).toBe(false);
  });

  test.each<[string, User['roles'][number], boolean]>([
    ['the manager of the unit that carries it out', { role: 'unit-manager', unit: 'homes' }, true],
    ['the manager of the unit of the request', { role: 'unit-manager', unit: 'harbour' }, true],
    ['the manager above both', { role: 'unit-manager', unit: 'hq' }, true],
    ['another manager', { role: 'unit-manager', unit: 'waste' }, false],
    ['the official who gave it', { role: 'official', unit: 'harbour', official: 'harbour-alderman' }, true],
    ['the official’s delegate', { role: 'delegate', unit: 'harbour', official: 'harbour-alderman' }, true],
    ['an official of the unit, of whatever post', { role: 'official', unit: 'harbour' }, true],
    ['another official of the unit', { role: 'official', unit: 'harbour', official: 'hq-mayor' }, false],
    ['an official of another unit', { role: 'official', unit: 'homes' }, false],
    ['whoever follows it up at the desk', { role: 'owner', unit: 'homes' }, false],
  ])('%s: %s', (_, role, allowed) => {
    expect(may([role])).toBe(allowed);
    expect(may([{ role: 'clerk', unit: 'trams' }, role])).toBe(allowed);
  });

  test('is whoever it has climbed to, and nobody beside them', () => {
    const climbed = { rung: 2, owner: staff('coordinator', 'hq') };
    expect(may([{ role: 'coordinator', unit: 'hq' }], climbed)).toBe(true);
    expect(may([{ role: 'inspector', unit: 'hq' }], climbed)).toBe(false);
    expect(may([{ role: 'coordinator', unit: 'homes' }], climbed)).toBe(false);
    expect(may([{ role: 'coordinator', unit: 'hq' }], { ...climbed, rung: 0 })).toBe(false);
    expect(may([{ role: 'coordinator', unit: 'hq' }], { ...climbed, owner: { kind: 'citizen' } })).toBe(false);
  });
});

describe('An order against which the law stands', () => {
  test('is settled with its ground', () => {
    const change = agreed(bar(two, { order: 1, ground: 'By-law 3' }, context));
    const { climbsAt: _, ...still } = order();
    expect(orderOf(change.after)).toStrictEqual({
      ...{ ...still, status: 'legally-barred', legalGround: 'By-law 3', settledAt: NOW },
    });
    expect(change.events).toStrictEqual([{ ...line, kind: 'order-barred', text: 'By-law 3', facts: { order: '1' } }]);
    expect(change.letters).toStrictEqual([
      { template: 'order-barred', to: 'applicant', facts: { order: '1' }, validWhile: {} },
    ]);
  });

  test('is objected to once', () => {
    const barred = { status: 'legally-barred' as const, settledAt: NOW };
    const again = withOrders(order({ ...barred, barObjected: true }), order({ number: 2 }));
    expect(disputeOrder(again, { order: 1, text: 'No.' }, context)).toStrictEqual(refuse('objection-used'));
    const once = agreed(disputeOrder(withOrders(order(barred)), { order: 1, text: 'No.' }, context));
    expect(orderOf(once.after)).toMatchObject({ status: 'open', barObjected: true });
    expect(isObjectedTo(order({ ...barred, barObjected: true }))).toBe(true);
    expect(isObjectedTo(order(barred))).toBe(false);
    expect(isObjectedTo(order({ status: 'reported-done', barObjected: true }))).toBe(false);
  });
});

describe('The citizen', () => {
  const reported = { status: 'reported-done' as const, reportedAt: NOW };

  test('settles an order by a word', () => {
    const change = agreed(confirmOrder(withOrders(order(reported), order({ number: 2 })), 1, context));
    expect(orderOf(change.after)).toStrictEqual(order({ ...reported, status: 'confirmed', settledAt: NOW }));
    expect(change.events).toStrictEqual([{ ...line, kind: 'order-confirmed', facts: { order: '1' } }]);
    expect(change.letters).toStrictEqual([]);
  });

  test('settles the matter by the last one', () => {
    const change = agreed(confirmOrder(withOrders(order(reported)), 1, context));
    expect(change.after).toMatchObject({ status: 'closed', reason: 'resolved' });
    expect(change.events.map(({ kind }) => kind)).toStrictEqual(['order-confirmed', 'closed']);
    expect(change.letters.map(({ template }) => template)).toStrictEqual(['closed', 'still-done']);
  });

  test('opens it again one rung up, with the limit of that rung', () => {
    const settled = order({ ...reported, overdueSince: NOW });
    const change = agreed(disputeOrder(withOrders(settled), { order: 1, text: 'It leaks.' }, context));
    const { overdueSince: _, ...rest } = settled;
    const after = orderOf(change.after);
    expect(after).toStrictEqual({
      ...{ ...rest, status: 'open', rung: 1, owner: staff('unit-manager', 'homes'), disputes: 1 },
      ...{ due: after.due, climbsAt: THREE_DAYS },
    });
    expect(after.due).toMatchObject({ at: THREE_DAYS, sum: { amount: 3, skippedOn: ['2026-06-16'] } });
    const facts = { order: '1', undone: 'not-done', rung: '1', was: DUE, dueAt: THREE_DAYS };
    expect(change.events).toStrictEqual([{ ...line, kind: 'order-disputed', text: 'It leaks.', facts }]);
    expect(change.letters).toMatchObject([
      {
        ...{ template: 'escalated', to: staff('unit-manager', 'homes'), facts: { order: '1', step: 'follow-up' } },
        validWhile: { statuses: ['in-follow-up'] },
      },
    ]);
  });

  test('says what is left of one that was partly done, and nothing else stays on its card', () => {
    const partly = { order: 1, text: 'The gate.', undone: 'partly' as const };
    expect(orderOf(agreed(disputeOrder(withOrders(order(reported)), partly, context)).after).remains).toBe('The gate.');
  });

  test('passes vacant rungs on the way up', () => {
    const office = { ...eastmere, users: eastmere.users.filter(({ username }) => username !== 'manager.homes') };
    const change = agreed(disputeOrder(withOrders(order(reported)), { order: 1, text: 'No.' }, { ...context, office }));
    expect(change.events.map(({ kind }) => kind)).toStrictEqual(['order-disputed', 'rung-vacant']);
  });

  test('finds an order that is opened again after its settlement unsettled', () => {
    const silent = order({ status: 'confirmed', silently: true, settledAt: NOW });
    const { order: again, passed } = reopenOrder(silent, context);
    expect(again).not.toHaveProperty('silently');
    expect(again).not.toHaveProperty('settledAt');
    expect(again).not.toHaveProperty('barObjected');
    expect(again).toMatchObject({ status: 'open', rung: 1, disputes: 1 });
    expect(passed).toStrictEqual([]);
  });
});

describe('The place of an order', () => {
  test('is its rung, or the first one above it that somebody holds', () => {
    expect(placeOrder({ number: 1, unit: 'homes' }, 0, context)).toStrictEqual({
      ...{ held: { rung: 0, owner: staff('owner', 'homes') }, passed: [] },
    });
    const office = { ...eastmere, users: eastmere.users.filter(({ username }) => username !== 'manager.homes') };
    expect(placeOrder({ number: 3, unit: 'homes' }, 1, { ...context, office })).toStrictEqual({
      held: { rung: 2, owner: staff('coordinator', 'hq') },
      passed: [
        {
          ...{ ...line, kind: 'rung-vacant', internal: true },
          facts: { order: '3', role: 'unit-manager', unit: 'homes' },
        },
      ],
    });
  });
});

describe('A question about an order', () => {
  const UNTIL = '2026-06-30T16:00:00.000Z';
  const ask = (request: Request = followed, at = NOW) =>
    askAboutOrder(request, { order: 1, text: 'Which flat?' }, contextAt(at));

  test('stops its clock with the working days that are left', () => {
    const change = agreed(ask());
    const after = orderOf(change.after);
    expect(after).toStrictEqual({ ...order(), climbsAt: UNTIL, questions: after.questions });
    expect(after.questions).toMatchObject([
      { text: 'Which flat?', askedAt: NOW, daysLeft: 20, until: { at: UNTIL, sum: { amount: 10 } } },
    ]);
    const facts = { order: '1', dueAt: UNTIL };
    expect(change.events).toStrictEqual([{ ...line, kind: 'order-asked', text: 'Which flat?', facts }]);
    expect(change.letters).toStrictEqual([
      { template: 'order-question', to: 'applicant', facts, validWhile: { before: UNTIL } },
    ]);
  });

  test('is asked at most three times', () => {
    const ended = { text: 'x', askedAt: NOW, until: fixedAt(NOW, NOW), daysLeft: 1, endedAt: NOW };
    expect(ask(withOrders(order({ questions: [ended, ended] }))).agreed).toBe(true);
    expect(ask(withOrders(order({ questions: [ended, ended, ended] })))).toStrictEqual(refuse('limit-reached'));
  });

  test('is answered: the clock runs on, and whoever holds the order is told', () => {
    const at = '2026-06-22T09:30:00.000Z';
    const asked = agreed(ask()).after;
    const change = agreed(answerOrder(asked, { order: 1, text: 'Flat 3.' }, contextAt(at)));
    const after = orderOf(change.after);
    const due = '2026-07-20T16:00:00.000Z';
    expect(after).toStrictEqual({ ...order(), due: after.due, climbsAt: due, questions: after.questions });
    expect(after.due).toMatchObject({ at: due, sum: { amount: 20, from: at } });
    const [question] = after.questions ?? [];
    expect(question).toStrictEqual({ ...orderOf(asked).questions?.[0], endedAt: at, answer: 'Flat 3.' });
    const by = context.by;
    expect(change.events).toStrictEqual([
      { kind: 'order-answered', at, by, text: 'Flat 3.', facts: { order: '1', of: 'order', was: DUE, dueAt: due } },
    ]);
    expect(change.letters).toStrictEqual([
      { template: 'message', to: staff('owner', 'homes'), facts: { order: '1' }, validWhile: {} },
    ]);
  });

  test('is answered with documents, which are named', () => {
    const documents = ['A', 'B'];
    const change = agreed(answerOrder(agreed(ask()).after, { order: 1, text: 'Here.', documents }, context));
    expect(orderOf(change.after).questions).toMatchObject([{ documents }]);
    expect(change.events[0]?.facts?.documents).toBe('A B');
  });

  const overdue = order({ overdueSince: '2026-06-12T16:00:00.000Z', climbsAt: THREE_DAYS });

  test('about an order that is overdue puts off its rung, not its due date', () => {
    const asked = agreed(ask(withOrders(overdue))).after;
    expect(orderOf(asked).questions).toMatchObject([{ daysLeft: 3 }]);
    const change = agreed(answerOrder(asked, { order: 1, text: 'Flat 3.' }, context));
    const after = orderOf(change.after);
    expect(after).toMatchObject({ due: order().due, climbsAt: THREE_DAYS, rungSum: { amount: 3, from: NOW } });
    expect(change.events[0]?.facts).toStrictEqual({ order: '1', of: 'rung', dueAt: THREE_DAYS });
    const { climbsAt: _, ...still } = overdue;
    expect(resumedFacts(overdue, still)).toStrictEqual({ order: '1', of: 'rung', dueAt: DUE });
  });

  test('that nobody answers has ended all the same', () => {
    const asked = orderOf(agreed(ask()).after);
    const resumed = resumeUnanswered(asked, contextAt(UNTIL));
    expect(resumed.questions).toStrictEqual([{ ...asked.questions?.[0], endedAt: UNTIL }]);
    expect(resumed.due.sum).toMatchObject({ amount: 20, from: UNTIL });
    expect(resumeUnanswered(order(), context).due.sum).toMatchObject({ amount: 0 });
  });
});

describe('An order at rest', () => {
  test('climbs no more, and waits for nobody', () => {
    const ended = {
      text: 'x',
      askedAt: NOW,
      until: fixedAt(NOW, NOW),
      daysLeft: 1,
      endedAt: '2026-06-10T09:30:00.000Z',
    };
    const { endedAt: _, ...open } = ended;
    const busy = order({ overdueSince: NOW, rungSum: { kind: 'fixed', from: NOW }, questions: [ended, open] });
    const { climbsAt: __, overdueSince: ___, rungSum: ____, ...still } = busy;
    expect(atRest(busy, context)).toStrictEqual({ ...still, questions: [ended, { ...open, endedAt: NOW }] });
    expect(withoutQuestion(order(), { endedAt: NOW })).toStrictEqual(order());
  });
});

describe('The orders that climb', () => {
  const at = (number: number, climbsAt: Instant, more: Partial<Order> = {}) => order({ number, climbsAt, ...more });

  test('are the open ones whose moment has come, the first to climb first', () => {
    const { climbsAt: _, ...never } = order({ number: 6 });
    const orders = [
      ...[at(1, NOW), at(2, plusMinutes(NOW, -1)), at(3, plusMinutes(NOW, 1))],
      ...[at(4, NOW, { status: 'reported-done' }), at(5, plusMinutes(NOW, -2)), never],
    ];
    expect(climbingBy(orders, NOW).map(({ number }) => number)).toStrictEqual([5, 2, 1]);
  });

  test('are eighty at once', () => {
    const many = Array.from({ length: 81 }, (_, index) => at(index + 1, NOW));
    const change = climbOverdue(withOrders(...many), context);
    expect(change?.after.orders.filter(({ rung }) => rung === 1)).toHaveLength(80);
    expect(change?.after.orders.at(-1)?.rung).toBe(0);
  });

  test('are none of a request that is not followed up, or before their moment', () => {
    expect(climbOverdue({ ...reachAt('met'), orders: [at(1, NOW)] }, context)).toBeUndefined();
    expect(climbOverdue(followed, contextAt(plusMinutes(DUE, -1)))).toBeUndefined();
  });

  test('stand one rung up, for the limit of the rung, and since when they are late stays', () => {
    const change = climbOverdue(followed, contextAt(DUE));
    const after = change && orderOf(change.after);
    const next = '2026-07-17T16:00:00.000Z';
    expect(after).toMatchObject({ rung: 1, owner: staff('unit-manager', 'homes'), climbsAt: next, overdueSince: DUE });
    expect(after?.rungSum).toMatchObject({ kind: 'working-days', amount: 3, from: DUE });
    expect(after?.due).toStrictEqual(order().due);
    const facts = { order: '1', rung: '1', why: 'due-passed', ranOut: DUE, role: 'unit-manager', unit: 'homes' };
    expect(change?.events).toStrictEqual([
      { kind: 'order-overdue', at: DUE, by: context.by, facts },
      { kind: 'escalated', at: DUE, by: context.by, facts },
    ]);
    const again = change && climbOverdue(change.after, contextAt(next));
    expect(again && orderOf(again.after)).toMatchObject({ rung: 2, overdueSince: DUE });
    expect(again?.events).toMatchObject([{ kind: 'escalated', facts: { why: 'rung-passed', ranOut: next } }]);
  });

  test('pass vacant rungs, and say so between the two', () => {
    const office = { ...eastmere, users: eastmere.users.filter(({ username }) => username !== 'manager.homes') };
    const change = climbOverdue(followed, contextAt(DUE, undefined, office));
    expect(change?.events.map(({ kind }) => kind)).toStrictEqual(['order-overdue', 'rung-vacant', 'escalated']);
  });

  test('stay at the top, and nobody is told twice', () => {
    const top = order({ rung: 4, owner: staff('unit-manager', 'hq'), overdueSince: NOW, climbsAt: NOW });
    const change = climbOverdue(withOrders(top), context);
    expect(change && orderOf(change.after)).toMatchObject({ rung: 4, climbsAt: THREE_DAYS });
    expect([change?.events, change?.letters]).toStrictEqual([[], []]);
  });

  test('are told to each new holder in one letter', () => {
    const orders = [at(1, NOW), at(2, NOW), at(3, NOW, { rung: 1 })];
    const change = climbOverdue(withOrders(...orders), context);
    expect(change?.letters).toMatchObject([
      { template: 'escalated', to: staff('unit-manager', 'homes'), facts: { step: 'follow-up', order: '1 2' } },
      { template: 'escalated', to: staff('coordinator', 'hq'), facts: { step: 'follow-up', order: '3' } },
    ]);
    expect(change?.letters[0]?.validWhile).toStrictEqual({ statuses: ['in-follow-up'] });
  });

  test('do not climb while a question has only just ended: their clock runs on', () => {
    const asked = agreed(askAboutOrder(followed, { order: 1, text: 'Which?' }, context)).after;
    const change = climbOverdue(asked, contextAt(asked.until));
    expect(change && orderOf(change.after)).toMatchObject({ rung: 0, due: { sum: { amount: 20 } } });
    expect(change?.events).toMatchObject([{ kind: 'order-resumed', facts: { of: 'order', was: DUE } }]);
    expect(change?.letters).toStrictEqual([]);
  });
});
