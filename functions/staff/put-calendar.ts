import type { putCalendar } from '../../contract/staff/city.ts';
import { type CalendarOverride, mergeCalendars, type OfficeCalendar } from '../../domain/calendar.ts';
import { openJob } from '../../domain/job.ts';
import { findUnit } from '../../domain/office.ts';
import { agree, type Outcome, refuseField } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Jobs } from '../../domain/ports/jobs.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Answer, Call } from '../answer.ts';
import { byStaff } from './decide-for-unit.ts';

export type PutCalendarNeeds = {
  readonly directory: Directory;
  readonly jobs: Jobs;
  readonly keys: Keys;
  readonly clock: Clock;
};
type View = { readonly calendar: OfficeCalendar; readonly override?: CalendarOverride };

/** The calendar holds at once; the dates that it moves are moved by a job, which begins a minute later. */
export const answer: Answer<typeof putCalendar, PutCalendarNeeds> = async (call, needs) => {
  const { city, office, body, caller } = call;
  const put = await putIt(call, needs);
  if (!put.agreed) return put;
  const at = needs.clock.now();
  const unit = 'unit' in body ? body.unit : undefined;
  const id = needs.keys.hash(city, 'content', JSON.stringify([at, caller.username, unit]));
  await needs.jobs.add(openJob({ city, id, unit, reason: body.reason, by: byStaff(caller) }, office, at));
  return agree({ ...put.value, job: id });
};

const putIt = async (
  { city, office, body }: Call<typeof putCalendar>,
  { directory }: PutCalendarNeeds,
): Promise<Outcome<View>> => {
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
