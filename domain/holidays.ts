import { CalendarDate, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date';
import type { CalendarOverride } from './calendar.ts';
import type { CalendarSystem } from './city.ts';
import type { LocalText } from './local-text.ts';
import { toAsciiDigits } from './text.ts';
import { type LocalDate, plusDays } from './time.ts';

/** One row of a list of holidays, as somebody typed it: a date of either calendar, and its name. */
export type HolidayRow = { readonly on: string; readonly name: LocalText; readonly provisional?: boolean | undefined };

/** A year as people count it: 1406 begins in March 2027. */
export type CalendarYear = { readonly year: number; readonly system: CalendarSystem };

type Holidays = NonNullable<CalendarOverride['holidays']>;
type Fault = { readonly path: string; readonly problem: 'unknown-date' | 'duplicate' | 'outside-the-year' };

const CALENDARS = { persian: new PersianCalendar(), gregory: new GregorianCalendar() };
/** No year of one calendar is mistaken for one of the other between 1300 and 1700, or from 1700 on. */
const FIRST_GREGORIAN_YEAR = 1700;

/** The days of a year, from the first to the last. */
export const daysOfYear = ({ year, system }: CalendarYear): { readonly from: LocalDate; readonly to: LocalDate } => ({
  from: isoOf(new CalendarDate(CALENDARS[system], year, 1, 1)),
  to: plusDays(isoOf(new CalendarDate(CALENDARS[system], year + 1, 1, 1)), -1),
});

const isoOf = (date: CalendarDate): LocalDate => toCalendar(date, CALENDARS.gregory).toString();

/** The year in which a day lies. */
export const yearOf = (date: LocalDate, system: CalendarSystem): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return toCalendar(new CalendarDate(year, month, day), CALENDARS[system]).year;
};

/** `1406/01/13`, `۱۴۰۶-۱-۱۳` or `2027-04-02` as a day; nothing if no calendar has it. */
export const readDate = (text: string): LocalDate | undefined => {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(toAsciiDigits(text).trim()) ?? [];
  if (year === undefined) return undefined;
  const system = Number(year) < FIRST_GREGORIAN_YEAR ? 'persian' : 'gregory';
  return realDay(Number(year), Number(month), Number(day), system);
};

const realDay = (year: number, month: number, day: number, system: CalendarSystem): LocalDate | undefined => {
  const date = new CalendarDate(CALENDARS[system], year, month, day);
  // A day that does not exist is silently taken for the nearest one.
  const isReal = date.year === year && date.month === month && date.day === day;
  return isReal ? isoOf(date) : undefined;
};

/** The holidays of one year, or everything that is wrong with the rows. */
export const readHolidays = (
  rows: readonly HolidayRow[],
  year: CalendarYear,
): { readonly holidays: Holidays; readonly faults: readonly Fault[] } => {
  const { from, to } = daysOfYear(year);
  const read = rows.map(({ on, ...rest }) => ({ ...rest, on: readDate(on) }));
  const faults = read.flatMap(({ on }, index): Fault[] => {
    const path = `rows.${index}.on`;
    if (on === undefined) return [{ path, problem: 'unknown-date' }];
    if (on < from || to < on) return [{ path, problem: 'outside-the-year' }];
    return read.findIndex((other) => other.on === on) < index ? [{ path, problem: 'duplicate' }] : [];
  });
  const holidays = read.flatMap(({ on, name, provisional }) =>
    on === undefined ? [] : [{ on, name, ...(provisional !== undefined && { provisional }) }],
  );
  return { holidays: holidays.toSorted((a, b) => a.on.localeCompare(b.on)), faults };
};

/** A calendar's holidays with those of one year in place of the ones that it had for that year. */
export const withYear = (known: Holidays, ofYear: Holidays, year: CalendarYear): Holidays => {
  const { from, to } = daysOfYear(year);
  const others = known.filter(({ on }) => on < from || to < on);
  return [...others, ...ofYear].toSorted((a, b) => a.on.localeCompare(b.on));
};
