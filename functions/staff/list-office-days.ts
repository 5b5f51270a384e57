import type { listOfficeDays } from '../../contract/staff/office-days.ts';
import { isWorkingDay } from '../../domain/calendar.ts';
import { calendarOf, today as todayOf } from '../../domain/office.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { plusDays } from '../../domain/time.ts';
import type { Answer } from '../answer.ts';

/** As far as anybody plans a session or sets a date. */
const DAYS_AHEAD = 180;

export const answer: Answer<typeof listOfficeDays, { readonly clock: Clock }> = async (
  { office, query },
  { clock },
) => {
  const today = todayOf(office, clock.now());
  const calendar = query.unit === undefined ? office.city.calendar : calendarOf(office, query.unit);
  const ahead = Array.from({ length: DAYS_AHEAD }, (_, index) => plusDays(today, index + 1));
  return agree({ today, open: ahead.filter((day) => isWorkingDay(calendar, day)) });
};
