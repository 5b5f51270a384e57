import type { putCalendar } from '../../contract/staff/city.ts';
import { mergeCalendars } from '../../domain/calendar.ts';
import { findUnit } from '../../domain/office.ts';
import { agree, refuseField } from '../../domain/outcome.ts';
import type { Directory } from '../../domain/ports.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly directory: Directory };

export const answer: Answer<typeof putCalendar, Needs> = async ({ city, office, body }, { directory }) => {
  if (!('unit' in body)) {
    const put = await directory.put(city, 'city', { ...office.city, calendar: body.calendar });
    return put.agreed ? agree({ calendar: put.value.calendar }) : put;
  }
  const unit = findUnit(office, body.unit);
  if (!unit) return refuseField('unit', 'unknown');
  const put = await directory.put(city, 'unit', { ...unit, calendar: body.override });
  if (!put.agreed) return put;
  return agree({ calendar: mergeCalendars(office.city.calendar, body.override), override: body.override });
};
