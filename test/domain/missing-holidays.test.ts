import { expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { CalendarSystem } from '../../domain/city.ts';
import { yearWithoutHolidays } from '../../domain/missing-holidays.ts';
import type { Office } from '../../domain/office.ts';

const cityWith = (on: readonly string[], system: CalendarSystem = 'gregory'): Office => {
  const { calendar } = eastmere.city;
  const holidays = on.map((day) => ({ on: day, name: { en: 'A holiday', fa: 'تعطیل' } }));
  const city = { ...eastmere.city, calendarSystem: { en: system, fa: system }, calendar: { ...calendar, holidays } };
  return { ...eastmere, city };
};
const YEAR = { year: 2027, system: 'gregory' };
const NEAR = '2026-12-01T12:00:00.000Z';

test('Holidays of the coming year are missed from 31 days before it begins', () => {
  expect(yearWithoutHolidays(cityWith([]), '2026-11-30T12:00:00.000Z')).toBeUndefined();
  expect(yearWithoutHolidays(cityWith([]), NEAR)).toStrictEqual(YEAR);
  expect(yearWithoutHolidays(cityWith([]), '2026-12-31T12:00:00.000Z')).toStrictEqual(YEAR);
});

test.each([
  ['the last day of this year', '2026-12-31', YEAR],
  ['the first day of the coming year', '2027-01-01', undefined],
  ['the last day of the coming year', '2027-12-31', undefined],
  ['the first day of the year after', '2028-01-01', YEAR],
])('They are known by one of them, and %s counts accordingly', (_, on, missed) => {
  expect(yearWithoutHolidays(cityWith([on]), NEAR)).toStrictEqual(missed);
});

test('The year is the one that the city counts', () => {
  const persian = cityWith(['2027-01-01'], 'persian');
  // 1406 begins on 21 March 2027.
  expect(yearWithoutHolidays(persian, '2027-02-17T12:00:00.000Z')).toBeUndefined();
  expect(yearWithoutHolidays(persian, '2027-02-18T12:00:00.000Z')).toStrictEqual({ year: 1406, system: 'persian' });
});
