import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import {
  calendarOf,
  deskUnitOf,
  findOfficial,
  findTopic,
  findUnit,
  holdersOf,
  isCurrent,
  policiesOf,
  today,
} from '../../domain/office.ts';
import { Absence, absenceOn } from '../../domain/official.ts';
import { executionName, runInputOf, ticketOf } from '../../domain/ticket.ts';
import { belongsTo } from '../../domain/topic.ts';

const AT = '2026-06-08T09:30:00.000Z';

describe('An office', () => {
  test('knows its units, posts and topics by their names', () => {
    expect(findUnit(eastmere, 'homes')?.id).toBe('homes');
    expect(findUnit(eastmere, 'nowhere')).toBeUndefined();
    expect(findOfficial(eastmere, 'hq-deputy')?.id).toBe('hq-deputy');
    expect(findOfficial(eastmere, 'nobody')).toBeUndefined();
    expect(findTopic(eastmere, 'repairs')?.id).toBe('repairs');
    expect(findTopic(eastmere, 'golf')).toBeUndefined();
  });

  test('has today’s date by the wall clock of its city', () => {
    expect(today(eastmere, '2026-06-08T22:59:59.999Z')).toBe('2026-06-08');
    expect(today(eastmere, '2026-06-08T23:00:00.000Z')).toBe('2026-06-09');
  });

  test('counts what has ended until the end of its last day', () => {
    expect(isCurrent({}, '2026-06-08')).toBe(true);
    expect(isCurrent({ endsOn: '2026-06-08' }, '2026-06-08')).toBe(true);
    expect(isCurrent({ endsOn: '2026-06-07' }, '2026-06-08')).toBe(false);
  });

  test('lets the liaison hold the deadlines of a body outside the city, by its own calendar and policies', () => {
    expect(deskUnitOf(eastmere, 'water')).toBe('hq');
    expect(deskUnitOf(eastmere, 'homes')).toBe('homes');
    expect(deskUnitOf(eastmere, 'nowhere')).toBe('nowhere');
    const units = eastmere.units.map((unit) =>
      unit.id === 'hq'
        ? { ...unit, policies: { triageWorkingDays: 9 }, calendar: { weekend: [{ from: '2020-01-01', days: [7] }] } }
        : unit,
    );
    const strict = { ...eastmere, units };
    expect(policiesOf(strict, 'water').triageWorkingDays).toBe(9);
    expect(policiesOf(strict, 'homes').triageWorkingDays).toBe(3);
    expect(policiesOf(strict, 'nowhere').triageWorkingDays).toBe(3);
    expect(calendarOf(strict, 'water').weekend).toStrictEqual([{ from: '2020-01-01', days: [7] }]);
    expect(calendarOf(strict, 'homes').weekend).toStrictEqual(eastmere.city.calendar.weekend);
    expect(calendarOf(strict, 'nowhere').weekend).toStrictEqual(eastmere.city.calendar.weekend);
  });

  test('names who holds a role in a unit today', () => {
    const names = (role: string, unit: string, office = eastmere) =>
      holdersOf(office, role, unit, AT).map(({ username }) => username);
    expect(names('expert', 'homes')).toStrictEqual(['expert.homes']);
    expect(names('expert', 'nowhere')).toStrictEqual([]);
    expect(names('golfer', 'homes')).toStrictEqual([]);
    const both = (endsOn: string) => ({
      ...eastmere,
      users: eastmere.users.map((user) =>
        user.username === 'expert.homes'
          ? { ...user, endsOn, roles: [{ role: 'clerk' as const, unit: 'hq' }, ...user.roles] }
          : user,
      ),
    });
    expect(names('expert', 'homes', both('2026-06-08'))).toStrictEqual(['expert.homes']);
    expect(names('expert', 'homes', both('2026-06-07'))).toStrictEqual([]);
  });
});

describe('A post', () => {
  const absences = [
    { from: '2026-06-01', to: '2026-06-02', kind: 'leave' as const, standIn: 'hq-deputy' },
    { from: '2026-06-10', to: '2026-06-12', kind: 'illness' as const, standIn: 'hq-deputy' },
  ];

  test.each([
    ['2026-06-09', undefined],
    ['2026-06-10', 'illness'],
    ['2026-06-12', 'illness'],
    ['2026-06-13', undefined],
  ])('on %s is away by: %s', (on, kind) => {
    expect(absenceOn({ absences }, on)?.kind).toBe(kind);
  });

  test('is away for whole days, one at least', () => {
    const [leave] = absences;
    const until = (to: string) => Absence.safeParse({ ...leave, to }).success;
    expect([until('2026-05-31'), until('2026-06-01'), until('2026-06-02')]).toStrictEqual([false, true, true]);
  });

  test('is never away where nothing says so', () => {
    expect(absenceOn({}, '2026-06-10')).toBeUndefined();
  });
});

describe('A topic belongs', () => {
  const topic = { id: 'lamps', name: { en: 'Lamps', fa: 'چراغ' } };
  const homes = { id: 'homes', kind: 'company' as const };

  test.each([
    ['to every unit, where it says nothing', {}, true],
    ['to the units that it names', { units: ['waste', 'homes'] }, true],
    ['to no other', { units: ['waste'] }, false],
    ['to units of its kinds', { unitKinds: ['company' as const] }, true],
    ['to none of another kind', { unitKinds: ['district' as const] }, false],
    ['only where both agree', { units: ['homes'], unitKinds: ['district' as const] }, false],
  ])('%s', (_, more, belongs) => {
    expect(belongsTo({ ...topic, ...more }, homes)).toBe(belongs);
  });
});

test('A ticket carries five texts beside the city, and names its execution', () => {
  const request = { city: 'eastmere', id: 'r1', version: 4, step: 'slot' as const, until: AT };
  const ticket = ticketOf(request, 2);
  expect(ticket).toStrictEqual({ city: 'eastmere', id: 'r1', run: '2', version: '4', step: 'slot', until: AT });
  expect(runInputOf(ticket)).toBe(
    `{"city":"eastmere","id":"r1","run":"2","version":"4","step":"slot","until":"${AT}"}`,
  );
  expect(executionName('r1', 2)).toBe('r1-2');
});
