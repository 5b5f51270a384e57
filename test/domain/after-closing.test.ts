import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { objectTo, rate, sayStillDone } from '../../domain/after-closing.ts';
import type { Change } from '../../domain/change.ts';
import { withdraw } from '../../domain/citizen-word.ts';
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
    expect(no(90)).toMatchObject({ reason: 'too-late' });
  });

  test('stays closed by a "yes", which is noted once', () => {
    const yes = agreed(sayStillDone(resolved().after, { done: true }, contextAt(daysOn(61), CITIZEN)));
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
    expect(sayStillDone(after, { done: false }, at)).toMatchObject({ details: { fields: [{ path: 'text' }] } });
  });
});

describe('An objection after the closing', () => {
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
  expect(events[0]?.facts).toEqual({ stars: '4', heard: 'yes', solved: 'partly' });
});
