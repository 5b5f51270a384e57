import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { type AbsenceWish, planAbsence, standInOn, withAbsence } from '../../domain/absence.ts';
import { findOfficial, type Office } from '../../domain/office.ts';
import type { Absence, Official } from '../../domain/official.ts';
import { contextAt, START } from './stages-of-life.ts';

const post = (id: string): Official => {
  const found = findOfficial(eastmere, id);
  if (!found) throw new Error('The seeded city has it');
  return found;
};
const mayor = post('hq-mayor');
const WISH: AbsenceWish = { from: '2026-06-15', to: '2026-06-17', kind: 'leave' };
const AWAY: Absence = { from: '2026-06-15', to: '2026-06-17', kind: 'leave', standIn: 'hq-deputy' };

const withPost = (id: string, change: Partial<Official>): Office => ({
  ...eastmere,
  officials: eastmere.officials.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
const plan = (wish: Partial<AbsenceWish> = {}, official = mayor, office: Office = eastmere) =>
  planAbsence(official, { ...WISH, ...wish }, contextAt(START, undefined, office));
const refusal = (path: string, problem: string) => ({
  ...{ reason: 'invalid', details: { fields: [{ path, problem }] } },
});

describe('An absence', () => {
  test('has the delegate as stand-in, or another post', () => {
    expect(plan()).toStrictEqual({ agreed: true, value: AWAY });
    expect(plan({ standIn: 'homes-director' })).toMatchObject({ value: { standIn: 'homes-director' } });
  });

  test('may be a single day, and today', () => {
    expect(plan({ to: '2026-06-15' }).agreed).toBe(true);
    expect(plan({ from: '2026-06-01', to: '2026-06-08' }).agreed).toBe(true);
  });

  test.each([
    ['ends before it begins', { to: '2026-06-14' }, 'to', 'before-start'],
    ['is over', { from: '2026-06-01', to: '2026-06-07' }, 'to', 'in-the-past'],
    ['names a post that is not there', { standIn: 'nobody' }, 'standIn', 'unknown'],
    ['names the post itself', { standIn: 'hq-mayor' }, 'standIn', 'unknown'],
  ])('is refused if it %s', (_, wish, path, problem) => {
    expect(plan(wish)).toMatchObject(refusal(path, problem));
  });

  test('needs somebody who stands in', () => {
    expect(plan({}, post('hq-deputy'))).toMatchObject(refusal('standIn', 'missing'));
  });

  test('has a stand-in whose post lasts until its last day', () => {
    expect(plan({}, mayor, withPost('hq-deputy', { endsOn: '2026-06-17' })).agreed).toBe(true);
    expect(plan({}, mayor, withPost('hq-deputy', { endsOn: '2026-06-16' }))).toMatchObject(
      refusal('standIn', 'unknown'),
    );
  });

  test.each([
    ['ends on the first day', '2026-06-10', '2026-06-15', false],
    ['begins on the last day', '2026-06-17', '2026-06-20', false],
    ['lies around it', '2026-06-10', '2026-06-20', false],
    ['ends the day before', '2026-06-10', '2026-06-14', true],
    ['begins the day after', '2026-06-18', '2026-06-20', true],
  ])('with a stand-in whose own absence %s', (_, from, to, may) => {
    const away = { from, to, kind: 'mission' as const, standIn: 'homes-director' };
    const outcome = plan({}, mayor, withPost('hq-deputy', { absences: [away] }));
    expect(outcome.agreed).toBe(may);
    if (!may) expect(outcome).toMatchObject(refusal('standIn', 'absent-then'));
    // The same holds against an absence of the post itself.
    expect(plan({}, { ...mayor, absences: [away] }).agreed).toBe(may);
  });

  test('may be planned again as it stands, and not otherwise', () => {
    const away = { ...mayor, absences: [AWAY] };
    expect(plan({ kind: 'illness' }, away).agreed).toBe(true);
    expect(plan({ from: '2026-06-16' }, away)).toMatchObject(refusal('from', 'absent-then'));
    expect(plan({ to: '2026-06-18' }, away)).toMatchObject(refusal('from', 'absent-then'));
    expect(plan({ standIn: 'homes-director' }, away)).toMatchObject(refusal('from', 'absent-then'));
  });
});

describe('The absences of a post', () => {
  const until = (to: string, from = to): Absence => ({ ...AWAY, from, to });

  test('stand in their order, one for each first day', () => {
    const later = until('2026-07-01');
    const before = { ...mayor, absences: [later, until('2026-06-16', '2026-06-15')] };
    expect(withAbsence(before, AWAY, '2026-06-08')).toStrictEqual({ ...mayor, absences: [AWAY, later] });
    expect(withAbsence(mayor, AWAY, '2026-06-08').absences).toStrictEqual([AWAY]);
    expect(withAbsence({ ...mayor, absences: [until('2026-06-10')] }, AWAY, '2026-06-08').absences).toStrictEqual([
      ...[until('2026-06-10'), AWAY],
    ]);
  });

  test('are kept for a year and a day', () => {
    const old = { ...mayor, absences: [until('2025-06-06'), until('2025-06-07')] };
    expect(withAbsence(old, AWAY, '2026-06-08').absences).toStrictEqual([until('2025-06-07'), AWAY]);
  });

  test('say who receives people, from the first day to the last', () => {
    const away = { ...mayor, absences: [AWAY] };
    expect(['2026-06-14', '2026-06-15', '2026-06-17', '2026-06-18'].map((on) => standInOn(away, on))).toStrictEqual([
      ...[undefined, 'hq-deputy', 'hq-deputy', undefined],
    ]);
    expect(standInOn(undefined, '2026-06-15')).toBeUndefined();
  });
});
