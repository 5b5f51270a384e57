import type { Office } from './office.ts';
import { calendarOf, policiesOf } from './office.ts';
import type { Instant } from './time.ts';
import { earlier, instantAt, later, localDateOf, plusMinutes } from './time.ts';
import { lastWorkingDayBefore } from './working-time.ts';

/**
 * When the applicant is reminded of a turn: some days before, and on the working day before at a fixed hour; never outside
 * the hours in which the city writes. A reminder whose time has passed when the turn is given is dropped.
 *
 * @param spread a number in [0, 1) of the request's own, so that a city's reminders do not all fall on one second
 */
export const remindersFor = (
  startsAt: Instant,
  { office, unit, at, spread }: { office: Office; unit: string; at: Instant; spread: number },
): { readonly times: Instant[]; readonly dropped: number } => {
  const { reminders } = policiesOf(office, unit);
  const { timeZone } = office.city;
  const day = localDateOf(startsAt, timeZone);
  const minutes = Math.floor(spread * reminders.spreadMinutes);

  const inHours = (instant: Instant): Instant => {
    const on = localDateOf(instant, timeZone);
    return earlier(
      later(instant, instantAt(on, reminders.notBefore, timeZone)),
      instantAt(on, reminders.notAfter, timeZone),
    );
  };
  const daysBefore = plusMinutes(startsAt, -reminders.daysBefore * 24 * 60 + minutes);
  const dayBefore = lastWorkingDayBefore(calendarOf(office, unit), day);
  const last = inHours(plusMinutes(instantAt(dayBefore, reminders.workingDayBeforeAt, timeZone), minutes));
  const first = inHours(daysBefore);

  const times = [...(first < last ? [first] : []), last].filter((time) => time > at && time < startsAt);
  return { times, dropped: 2 - times.length };
};

/** A stable number in [0, 1) from an id of Crockford symbols. */
export const spreadOf = (id: string): number => {
  const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return [...id.slice(-4)].reduce((sum, symbol) => sum * 32 + Math.max(0, symbols.indexOf(symbol)), 0) / 32 ** 4;
};
