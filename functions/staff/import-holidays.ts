import type { importHolidays } from '../../contract/staff/holidays.ts';
import { findUnit } from '../../domain/office.ts';
import { agree } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';
import { holidaysOfCall } from './holidays-of-call.ts';
import { type PutCalendarNeeds, answer as putCalendar } from './put-calendar.ts';

/** A list that was read becomes a changed calendar like any other: it holds at once, and a job moves the open dates. */
export const answer: Answer<typeof importHolidays, PutCalendarNeeds> = async (call, needs) => {
  const { unit, rows, reason } = call.body;
  const changed = holidaysOfCall(call);
  if (!changed.agreed) return changed;
  const { city } = changed.value.office;
  const override = unit === undefined ? undefined : findUnit(changed.value.office, unit)?.calendar;
  const body = unit === undefined ? { calendar: city.calendar, reason } : { unit, override: override ?? {}, reason };
  const put = await putCalendar({ ...call, body }, needs);
  return put.agreed ? agree({ holidays: rows.length, job: put.value.job }) : put;
};
