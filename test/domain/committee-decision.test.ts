import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { Committee, Matter } from '../../domain/committee.ts';
import { decideMatter, decideToMeet, type MatterDecision, mayDecide } from '../../domain/committee-decision.ts';
import type { Office } from '../../domain/office.ts';
import { climbOverdue } from '../../domain/overdue.ts';
import type { Request } from '../../domain/request.ts';
import { agreed } from '../support/world.ts';
import { contextAt, reach, SECRETARY } from './stages-of-life.ts';

const { request, at: NOW } = reach('in-follow-up');
const committee: Committee = {
  ...{ city: 'eastmere', id: 'C1', unit: 'hq', on: NOW.slice(0, 10), from: '10:00', to: '11:00', startsAt: NOW },
  ...{ attendees: [], everyWeeks: 0, openedAt: NOW, version: 2 },
};
const matter: Matter = {
  ...{ number: 1, request: request.id, code: request.code, order: 1, unit: 'homes', why: 'overdue', rung: 0 },
  ...{ atTop: false, disputes: 0, carried: 0 },
};
const decide = (decision: MatterDecision, of: Request = request, office: Office = eastmere, at = NOW) =>
  decideMatter(of, { committee, matter }, decision, contextAt(at, SECRETARY, office));

describe('A committee decides a matter', () => {
  const decision = { kind: 'bar' as const, at: NOW, by: SECRETARY, text: 'The law.' };

  test('once, while it sits', () => {
    expect(mayDecide(committee, matter)).toStrictEqual({ agreed: true, value: undefined });
    expect(mayDecide(committee, { ...matter, decision })).toMatchObject({ reason: 'already-recorded' });
    const { openedAt: _, ...planned } = committee;
    expect(mayDecide(planned, matter)).toMatchObject({ reason: 'wrong-state', details: { status: 'planned' } });
    expect(mayDecide({ ...committee, closedAt: NOW }, matter)).toMatchObject({
      ...{ reason: 'wrong-state', details: { status: 'closed' } },
    });
  });

  test.each<[MatterDecision, string, object]>([
    [
      { kind: 'renew', text: 'Parts are late.', dueOn: '2026-08-03' },
      'order-renewed',
      { orders: [{ renewals: 1, renewalReason: 'Parts are late.', due: { at: '2026-08-03T16:00:00.000Z' } }] },
    ],
    [
      { kind: 'settle', text: 'We saw it.', letterNumber: '12' },
      'order-reported',
      {
        status: 'awaiting-confirmation',
        orders: [{ status: 'reported-done', proof: { letterNumber: '12', note: 'We saw it.' } }],
      },
    ],
    [
      { kind: 'bar', text: 'By-law 3' },
      'order-barred',
      { status: 'closed', orders: [{ status: 'legally-barred', legalGround: 'By-law 3' }] },
    ],
    [
      { kind: 'order', text: 'Paint it.', unit: 'waste' },
      'order-issued',
      { status: 'in-follow-up', orders: [{ number: 1 }, { number: 2, text: 'Paint it.', unit: 'waste' }] },
    ],
  ])('by an act on the order: $kind', (wished, kind, after) => {
    const change = agreed(decide(wished));
    expect(change.after).toMatchObject(after);
    expect(change.events.map((line) => line.kind)).toContain(kind);
  });

  test('and the timeline says who decided what, last of all', () => {
    expect(agreed(decide({ kind: 'bar', text: 'By-law 3' })).events.at(-1)).toStrictEqual({
      ...{ kind: 'committee-decided', at: NOW, by: SECRETARY },
      facts: { order: '1', committee: 'C1', decision: 'bar', unit: 'hq' },
    });
  });

  test('not where the act itself is refused', () => {
    const { request: reported, at } = reach('awaiting-confirmation');
    expect(decide({ kind: 'return', text: 'Again.' }, reported, eastmere, at)).toMatchObject({
      ...{ reason: 'wrong-state', details: { status: 'reported-done' } },
    });
    expect(decide({ kind: 'renew', text: 'x', dueOn: '2026-01-05' })).toMatchObject({ reason: 'invalid' });
  });
});

describe('An order that a committee returns', () => {
  const [order] = request.orders;

  test('in time lies with the unit’s manager, due after the limit of that rung', () => {
    const { after, events, letters } = agreed(decide({ kind: 'return', text: 'Show us the plan.' }));
    const dueAt = '2026-06-19T16:00:00.000Z';
    const manager = { kind: 'staff', role: 'unit-manager', unit: 'homes' };
    expect(after.orders).toMatchObject([{ rung: 1, owner: manager, due: { at: dueAt }, climbsAt: dueAt }]);
    expect(after.orders[0]).not.toHaveProperty('overdueSince');
    expect(events[0]).toStrictEqual({
      ...{ kind: 'order-returned', at: NOW, by: SECRETARY, text: 'Show us the plan.' },
      facts: { order: '1', rung: '1', dueAt },
    });
    expect(letters).toMatchObject([
      {
        ...{ template: 'escalated', to: manager, facts: { order: '1', step: 'follow-up' } },
        validWhile: { statuses: ['in-follow-up'] },
      },
    ]);
  });

  test('overdue keeps the date that was promised, and has the limit of the rung before it climbs', () => {
    const dueAt = order?.due.at ?? '';
    const overdue = climbOverdue(request, contextAt(dueAt))?.after;
    if (!overdue) throw new Error('What is due climbs');
    const nextDay = '2026-07-15T09:00:00.000Z';
    const [returned] = agreed(decide({ kind: 'return', text: 'Now.' }, overdue, eastmere, nextDay)).after.orders;
    expect(returned).toMatchObject({
      ...{ rung: 1, overdueSince: dueAt, due: { at: dueAt }, climbsAt: '2026-07-20T16:00:00.000Z' },
      rungSum: { kind: 'working-days', amount: 3, from: nextDay },
    });
  });

  test('passes a vacant manager’s desk, and says so', () => {
    const users = eastmere.users.filter(({ username }) => username !== 'manager.homes');
    const { after, events } = agreed(decide({ kind: 'return', text: 'x' }, request, { ...eastmere, users }));
    expect(after.orders[0]).toMatchObject({ rung: 2, owner: { role: 'coordinator' } });
    expect(events.map(({ kind }) => kind)).toStrictEqual(['order-returned', 'rung-vacant', 'committee-decided']);
  });
});

describe('A matter that an official should hear', () => {
  const meeting = { id: 'M1', code: 'CODE-M1', unit: 'hq' };
  const hear = (of: Request) =>
    decideToMeet(of, { committee, matter }, { meeting, text: 'The mayor hears it.' }, contextAt(NOW));

  test('becomes a request to meet, while the order goes on', () => {
    const { after, events } = agreed(hear(request));
    expect(after).toMatchObject({ status: 'in-follow-up', orders: [{ status: 'open' }] });
    expect(events).toMatchObject([
      { kind: 'converted', text: 'The mayor hears it.', facts: { into: 'M1', code: 'CODE-M1' } },
      { kind: 'committee-decided', facts: { decision: 'meet', order: '1', committee: 'C1', unit: 'hq' } },
    ]);
  });

  test('does so once', () => {
    expect(hear(agreed(hear(request)).after)).toMatchObject({ reason: 'already-recorded' });
  });
});
