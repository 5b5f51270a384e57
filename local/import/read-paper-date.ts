import { CalendarDate, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date';
import type { CalendarSystem } from '../../domain/city.ts';
import { toAsciiDigits } from '../../domain/text.ts';
import type { LocalDate } from '../../domain/time.ts';

/** A date as a paper gives it; of a month it is the first day. */
export type PaperDate = { readonly on: LocalDate; readonly precision: 'day' | 'month' };

/** Solar Hijri and Gregorian years of any living memory lie far apart. */
const LAST_PERSIAN_YEAR = 1700;

/**
 * Reads `2026-05-12`, `12-05-2026`, `2026-05` and `05-2026`, with any of `-/.` and any digits; `1405/02/22` too where the
 * city counts in Solar Hijri. Undefined for anything else, and for days that do not exist.
 */
export const readPaperDate = (text: string, calendarSystem: CalendarSystem): PaperDate | undefined => {
  const parts = toAsciiDigits(text).split(/[-/.]/);
  if (parts.length < 2 || parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [year = '', month, day] = parts[0]?.length === 4 ? parts : parts.toReversed();
  if (year.length !== 4) return undefined;
  const isPersian = calendarSystem === 'persian' && Number(year) < LAST_PERSIAN_YEAR;
  const calendar = isPersian ? new PersianCalendar() : new GregorianCalendar();
  const date = new CalendarDate(calendar, Number(year), Number(month), Number(day ?? 1));
  // A day that does not exist is silently moved to the nearest one.
  const exists = date.month === Number(month) && date.day === Number(day ?? 1);
  const on = toCalendar(date, new GregorianCalendar()).toString();
  return exists ? { on, precision: day === undefined ? 'month' : 'day' } : undefined;
};
