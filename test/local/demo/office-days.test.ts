import { expect, test } from 'vitest';
import { eastmere } from '../../../cities/eastmere.ts';
import { tehran } from '../../../cities/tehran.ts';
import { isWorkingDay, openHoursOn } from '../../../domain/calendar.ts';
import { localDateOf, plusDays } from '../../../domain/time.ts';
import { diceOf } from '../../../local/demo/dice.ts';
import { officeDays } from '../../../local/demo/office-days.ts';

const DAY = 86_400_000;

test.each([tehran, eastmere])('people act while $city.id is open, and meet the day after an open day', ({ city }) => {
  for (let at = Date.parse('2026-07-01T04:13:00Z'); at < Date.parse('2027-03-01T00:00:00Z'); at += 3.3 * DAY) {
    const days = officeDays(city.calendar, () => at, diceOf(String(at)));
    const morning = days.morning(2);
    const open = openHoursOn(city.calendar, localDateOf(morning, city.timeZone));
    expect(open.some(({ opens, closes }) => opens <= morning && morning < closes)).toBe(true);
    expect(Date.parse(morning)).toBeGreaterThan(at);

    const on = days.meetingDay(5);
    expect([isWorkingDay(city.calendar, on), isWorkingDay(city.calendar, plusDays(on, -1))]).toEqual([true, true]);
  }
});
