import type { showCalendar } from '../../contract/staff/city.ts';
import { calendarOf, findUnit } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';

export const answer: Answer<typeof showCalendar, unknown> = async ({ office, query }) => {
  if (query.unit === undefined) return agree({ calendar: office.city.calendar });
  const unit = findUnit(office, query.unit);
  return unit ? agree({ calendar: calendarOf(office, unit.id), override: unit.calendar }) : refuse('not-found');
};
