import { calendarSystemOf } from './city.ts';
import { type CalendarYear, daysOfYear, yearOf } from './holidays.ts';
import { type Office, today } from './office.ts';
import { type Instant, plusDays } from './time.ts';

/** So long before a year begins its holidays have to be known: deadlines already reach into it. */
const DAYS_BEFORE = 31;

/** The coming year, if it is near and the city's calendar knows no holiday of it yet. */
export const yearWithoutHolidays = ({ city, ...office }: Office, at: Instant): CalendarYear | undefined => {
  const system = calendarSystemOf(city, city.locales[0] ?? '');
  const day = today({ city, ...office }, at);
  const year = { year: yearOf(day, system) + 1, system };
  const { from, to } = daysOfYear(year);
  const isKnown = city.calendar.holidays.some(({ on }) => from <= on && on <= to);
  return isKnown || plusDays(day, DAYS_BEFORE) < from ? undefined : year;
};
