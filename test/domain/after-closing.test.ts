import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { objectTo, rate, sayStillDone } from '../../domain/after-closing.ts';
import type { Change } from '../../domain/change.ts';
import { confirmWhole, respond, withdraw } from '../../domain/citizen-word.ts';
import { stillHolds } from '../../domain/letter.ts';
import { recordOutcome } from '../../domain/meeting.ts';
import { bar, confirmOrder, reportDone } from '../../domain/orders.ts';
import { passDeadline } from '../../domain/pass-deadline.ts';
import type { Request } from '../../domain/request.ts';
import { plusMinutes } from '../../domain/time.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { agreed } from '../support/world.ts';
import { contextAt, MINUTES_A_DAY, reach } from './stages-of-life.ts';

const met = reach('met');
const NOW = met.at;
const CITIZEN = { actor: 'citizen' } as const;
const daysOn = (days: number) => plusMinutes(NOW, days * MINUTES_A_DAY);
const wish = { text: 'Repair.', unit: 'homes' };

const reported = (orders = [wish]): Request => {
  const open = agreed(recordOutcome(met.request, { result: 'met', orders }, contextAt(NOW))).after;
  return orders.reduce(
    (request, _, index) =>
      agreed(reportDone(request, { order: index + 1, proof: { letterNumber: '7' } }, contextAt(NOW))).after,
    open,
  );
};
const resolved = (): Change => agreed(confirmOrder(reported(), 1, contextAt(NOW, CITIZEN)));
const silent = (id?: string): Change => {
  const request = { ...reported(), ...(id !== undefined && { id }) };
  const change = passDeadline(request, contextAt(request.until, THE_OFFICE));
  if (!change) throw new Error('The limit has passed');
  return change;
};

describe('A matter that was settled', () => {
  test('is asked about once more sixty days later, while that closing stands', () => {
    const { letters, after } = resolved();
    const asked = letters.find(({ template }) => template === 'still-done');
    expect(asked).toMatchObject({ to: 'applicant', sendAt: daysOn(60), validWhile: { closedAt: NOW } });
    expect(asked && stillHolds(asked.validWhile, after, daysOn(60))).toBe(true);
    const reopened = agreed(objectTo(after, 'It is broken again.', contextAt(daysOn(1), CITIZEN))).after;
    expect(asked && stillHolds(asked.validWhile, reopened, daysOn(60))).toBe(false);
  });

  test('is not asked about once the one objection was made, nor where the citizen withdrew', () => {
    const told = ({ letters }: Change) => letters.map(({ template }) => template);
    const reopened = agreed(objectTo(resolved().after, 'Broken again.', contextAt(NOW, CITIZEN))).after;
    const again = agreed(reportDone(reopened, { order: 1, proof: { letterNumber: '8' } }, contextAt(NOW))).after;
    expect(told(agreed(confirmOrder(again, 1, contextAt(NOW, CITIZEN))))).not.toContain('still-done');
    expect(told(agreed(withdraw(reach('waiting').request, undefined, contextAt(NOW, CITIZEN))))).not.toContain(
      'still-done',
    );
  });

  test('is opened again one rank up by a "no", within the limit of that asking and not between the two', () => {
    const { after } = resolved();
    const no = (days: number) =>
      sayStillDone(after, { done: false, text: 'It leaks.' }, contextAt(daysOn(days), CITIZEN));
    expect(no(1)).toMatchObject({ agreed: true });
    expect(no(40)).toMatchObject({ reason: 'too-late' });
    expect(agreed(no(61)).after).toMatchObject({ status: 'in-follow-up', objections: 1, orders: [{ rung: 1 }] });
    expect(no(90)).toMatchObject({ reason: 'too-late', details: { until: '2026-08-28T16:00:00.000Z' } });
    expect(no(60)).toMatchObject({ agreed: true });
    expect(sayStillDone(after, { done: false, text: 'x' }, contextAt(plusMinutes(daysOn(60), -1)))).toMatchObject({
      reason: 'too-late',
    });
  });

  test('stays closed by a "yes", which is noted once', () => {
    const yes = agreed(sayStillDone(resolved().after, { done: true }, contextAt(daysOn(61), CITIZEN)));
    expect(yes.events).toStrictEqual([{ kind: 'still-done', at: daysOn(61), by: CITIZEN }]);
    const saying = sayStillDone(resolved().after, { done: true, text: 'Quite.' }, contextAt(daysOn(61), CITIZEN));
    expect(agreed(saying).events[0]?.text).toBe('Quite.');
    expect(yes).toMatchObject({ events: [{ kind: 'still-done' }], after: { status: 'closed', stillDone: true } });
    expect(sayStillDone(yes.after, { done: true }, contextAt(daysOn(62)))).toMatchObject({
      reason: 'already-recorded',
    });
  });
});

describe('Silence', () => {
  const called = (id: string) => silent(id).callTasks.map(({ about, why }) => `${about} ${why}`);

  test('is called about for a share of the matters that their ids draw', () => {
    expect(called(`${'0'.repeat(22)}0000`)).toEqual(['please-confirm sample']);
    expect(called(`${'0'.repeat(22)}ZZZZ`)).toEqual([]);
    const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const ids = [...symbols].flatMap((a) => [...symbols].map((b) => `${'0'.repeat(22)}${a}${b}00`));
    const share = ids.filter((id) => called(id).length > 0).length / ids.length;
    expect(Math.abs(share - eastmere.city.policies.silentCallsPercent / 100)).toBeLessThan(0.01);
  });

  test('closes as that, and the call is answered by a yes or a no', () => {
    const { after } = silent();
    expect(after).toMatchObject({ reason: 'settled-silently' });
    const at = contextAt(plusMinutes(after.deadline.at, -1), CITIZEN);
    expect(sayStillDone(after, { done: true }, at)).toMatchObject({ agreed: true });
    expect(sayStillDone(after, { done: false, text: 'It is not.' }, at)).toMatchObject({ agreed: true });
    expect(sayStillDone(after, { done: false }, at)).toMatchObject({
      details: { fields: [{ path: 'text', problem: 'missing' }] },
    });
    for (const request of [reported(), agreed(withdraw(reach('waiting').request, undefined, at)).after]) {
      expect(sayStillDone(request, { done: true }, at)).toMatchObject({ reason: 'wrong-state' });
    }
  });
});

describe('An objection after the closing', () => {
  const confirmed = (orders = [wish]) =>
    orders.reduce(
      (request, _, index) => agreed(confirmOrder(request, index + 1, contextAt(NOW, CITIZEN))).after,
      reported(orders),
    );

  test('is told to the applicant and to whoever holds it now, and names the orders that it is about', () => {
    const two = confirmed([wish, { ...wish, unit: 'waste' }]);
    const objecting = (about?: number[]) => agreed(objectTo(two, 'It fell down.', contextAt(NOW, CITIZEN), about));
    const line = { kind: 'objected', at: NOW, by: CITIZEN, text: 'It fell down.' };
    expect(objecting().events).toStrictEqual([line]);
    expect(objecting([1, 2]).events).toStrictEqual([{ ...line, facts: { orders: '1 2' } }]);
    expect(objecting().letters).toStrictEqual([{ template: 'reopened', to: 'applicant', facts: {}, validWhile: {} }]);
    expect(objecting([1]).after.orders.map(({ status }) => status)).toEqual(['open', 'confirmed']);
  });

  test('is refused if one of the orders is not there', () => {
    expect(objectTo(confirmed(), 'x', contextAt(NOW), [1, 9])).toMatchObject({
      details: { fields: [{ path: 'orders', problem: 'unknown' }] },
    });
  });

  test('passes a vacant manager, and says so', () => {
    const office = { ...eastmere, users: eastmere.users.filter(({ username }) => username !== 'manager.homes') };
    const { after, events } = agreed(objectTo(confirmed(), 'No.', contextAt(NOW, CITIZEN, office)));
    expect(after.orders).toMatchObject([{ rung: 2, owner: { role: 'coordinator' } }]);
    expect(events.map(({ kind, facts }) => [kind, facts?.role])).toEqual([
      ['objected', undefined],
      ['rung-vacant', 'unit-manager'],
    ]);
  });

  test('leads back to the record of a meeting without orders, and to triage where there was no meeting', () => {
    const awaiting = agreed(recordOutcome(met.request, { result: 'met', orders: [] }, contextAt(NOW))).after;
    const yes = agreed(confirmWhole(awaiting, true, undefined, contextAt(NOW, CITIZEN))).after;
    const reopened = (request: Request) => agreed(objectTo(request, 'No.', contextAt(NOW, CITIZEN))).after;
    expect(reopened(yes)).toMatchObject({ status: 'met', rung: 1 });
    const answered = agreed(respond(reach('answered').request, 'solved', contextAt(NOW, CITIZEN))).after;
    expect(reopened(answered)).toMatchObject({ status: 'submitted', rung: 1 });
    const declined = reach('declined').request;
    const inTime = contextAt(declined.deadline.at, CITIZEN);
    expect(agreed(objectTo(declined, 'No.', inTime)).after).toMatchObject({ status: 'submitted', rung: 1 });
  });

  test('reopens the orders that it names, and leaves the others settled', () => {
    const both = [1, 2].reduce(
      (request, order) => agreed(confirmOrder(request, order, contextAt(NOW, CITIZEN))).after,
      reported([wish, { ...wish, unit: 'waste' }]),
    );
    const change = agreed(objectTo(both, 'The second one.', contextAt(NOW, CITIZEN), [2]));
    expect(change.after.orders).toMatchObject([
      { status: 'confirmed', rung: 0 },
      { status: 'open', rung: 1 },
    ]);
    expect(objectTo(both, 'A third?', contextAt(NOW, CITIZEN), [3])).toMatchObject({ reason: 'invalid' });
    expect(objectTo(change.after, 'Again.', contextAt(NOW, CITIZEN))).toMatchObject({ reason: 'wrong-state' });
  });

  test('does not open a legal bar a second time', () => {
    const open = agreed(recordOutcome(met.request, { result: 'met', orders: [wish] }, contextAt(NOW))).after;
    const barred = agreed(bar(open, { order: 1, ground: 'By-law' }, contextAt(NOW))).after;
    const [order] = barred.orders;
    const objectedTo = { ...barred, orders: order ? [{ ...order, barObjected: true }] : [] };
    expect(objectTo(objectedTo, 'Still no law.', contextAt(NOW))).toMatchObject({ reason: 'objection-used' });
  });
});

test('The survey keeps what was answered, and nothing for what was left out', () => {
  const answers = { heard: 'yes', clear: undefined, solved: 'partly' } as const;
  const { events } = agreed(rate(resolved().after, { stars: 4, answers, text: 'Kind people.' }, contextAt(NOW)));
  expect(events).toMatchObject([{ kind: 'rated', text: 'Kind people.' }]);
  expect(events[0]?.facts).toStrictEqual({ stars: '4', heard: 'yes', solved: 'partly' });
  const [wordless] = agreed(rate(resolved().after, { stars: 4 }, contextAt(NOW, CITIZEN))).events;
  expect(wordless).toStrictEqual({ kind: 'rated', at: NOW, by: CITIZEN, facts: { stars: '4' } });
});
