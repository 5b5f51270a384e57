import { expect, it } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { objectionLimitOf } from '../../domain/objection-limit.ts';
import { calendarOf } from '../../domain/office.ts';
import { afterWorkingDays } from '../../domain/working-time.ts';

const unit = 'harbour';
const told = afterWorkingDays(calendarOf(eastmere, unit), '2026-06-08T09:30:00.000Z', 10);
const withHolidays = (days: readonly string[]) => {
  const { calendar } = eastmere.city;
  const holidays = [...calendar.holidays, ...days.map((on) => ({ on, name: { en: 'Regatta', fa: 'Regatta' } }))];
  return { ...eastmere, city: { ...eastmere.city, calendar: { ...calendar, holidays } } };
};

it('counts the limit of an objection by the calendar of today, and never shortens it', () => {
  const closed = { objectionUntil: told, unit };
  expect(objectionLimitOf(closed, eastmere)).toEqual(told);
  const later = objectionLimitOf(closed, withHolidays(['2026-06-10']));
  expect(later?.at.slice(0, 10)).toBe('2026-06-24');
  expect(later?.sum).toMatchObject({ skippedOn: expect.arrayContaining(['2026-06-10']) });
  const long = objectionLimitOf({ objectionUntil: { ...told, at: '2026-07-01T16:00:00.000Z' }, unit }, eastmere);
  expect(long?.at).toBe('2026-07-01T16:00:00.000Z');
  expect(objectionLimitOf({ unit, objectionUntil: undefined }, eastmere)).toBeUndefined();
});
