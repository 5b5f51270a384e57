import * as z from 'zod/mini';
import { LocalText } from './local-text.ts';
import { ClockTime, earlier, type Instant, instantAt, LocalDate, later, TimeZone, weekdayOf } from './time.ts';

const Weekdays = z.array(z.int().check(z.gte(1), z.lte(7)));

/** In force from the start of `from` to the end of `to`. Of several that hold, those that began last count. */
const WeekendRule = z.object({ from: LocalDate, to: z.optional(LocalDate), days: Weekdays });

/** Two rows with the same `from` are one broken day, such as 08:00–12:00 and 14:00–16:00. */
const HoursRule = z
  .object({
    from: LocalDate,
    to: z.optional(LocalDate),
    weekdays: z.optional(Weekdays),
    opens: ClockTime,
    closes: ClockTime,
  })
  .check(z.refine((hours) => hours.opens < hours.closes, 'must open before it closes'));

const Holiday = z.object({ on: LocalDate, name: LocalText, provisional: z.optional(z.boolean()) });

/** The office is shut on a day, or from one hour of it to another. */
const Closure = z
  .object({ on: LocalDate, from: z.optional(ClockTime), to: z.optional(ClockTime), reason: LocalText })
  .check(z.refine(({ from, to }) => from === undefined || to === undefined || from < to, 'must start before it ends'));

/** When an office is open: data with validity dates, because weekends and hours change by circular. */
export const OfficeCalendar = z.object({
  timeZone: TimeZone,
  weekend: z.array(WeekendRule),
  hours: z.array(HoursRule),
  holidays: z.array(Holiday),
  closures: z.array(Closure),
});
export type OfficeCalendar = z.infer<typeof OfficeCalendar>;

/** What a unit does otherwise than its city: own weekend and hours replace the city's, own closed days are added. */
export const CalendarOverride = z.partial(z.omit(OfficeCalendar, { timeZone: true }));
export type CalendarOverride = z.infer<typeof CalendarOverride>;

export interface OpenHours {
  readonly opens: Instant;
  readonly closes: Instant;
}

export type ClosedDay =
  | { readonly because: 'weekend' }
  | { readonly because: 'holiday'; readonly name: LocalText; readonly provisional: boolean }
  | { readonly because: 'closure'; readonly reason: LocalText }
  | { readonly because: 'no-hours' };

/** Days that were asked for, by calendar: a deadline asks for the same days again and again. */
const asked = new WeakMap<OfficeCalendar, Map<LocalDate, readonly OpenHours[]>>();

/** The pieces of `date` in which the office is open, in order. Empty on a closed day. A calendar is never changed in place. */
export function openHoursOn(calendar: OfficeCalendar, date: LocalDate): readonly OpenHours[] {
  const days = asked.get(calendar) ?? new Map<LocalDate, readonly OpenHours[]>();
  asked.set(calendar, days);
  const hours = days.get(date) ?? countedHours(calendar, date);
  days.set(date, hours);
  return hours;
}

function countedHours(calendar: OfficeCalendar, date: LocalDate): OpenHours[] {
  if (isWeekend(calendar, date) || holidayOn(calendar, date)) return [];
  const closures = calendar.closures.filter((closure) => closure.on === date);
  return closures
    .reduce(cutOut, hoursOf(calendar, date))
    .map(({ opens, closes }) => ({
      opens: instantAt(date, opens, calendar.timeZone),
      closes: instantAt(date, closes, calendar.timeZone),
    }))
    .filter(({ opens, closes }) => opens < closes);
}

/** Whether the office opens on that day at all. */
export function isWorkingDay(calendar: OfficeCalendar, date: LocalDate): boolean {
  return openHoursOn(calendar, date).length > 0;
}

/** Whether `date` is a weekly day off of that time. */
export function isWeekend(calendar: OfficeCalendar, date: LocalDate): boolean {
  return inForce(calendar.weekend, date).some((rule) => rule.days.includes(weekdayOf(date)));
}

/** Why the office does not open on `date`; undefined if it does. */
export function whyClosed(calendar: OfficeCalendar, date: LocalDate): ClosedDay | undefined {
  if (isWorkingDay(calendar, date)) return undefined;
  const holiday = holidayOn(calendar, date);
  if (holiday) return { because: 'holiday', name: holiday.name, provisional: holiday.provisional ?? false };
  if (isWeekend(calendar, date)) return { because: 'weekend' };
  const closure = calendar.closures.find((candidate) => candidate.on === date);
  return closure ? { because: 'closure', reason: closure.reason } : { because: 'no-hours' };
}

/** Calendars of units, by the city's and the unit's own part: the same parts make the same calendar. */
const merged = new WeakMap<OfficeCalendar, WeakMap<CalendarOverride, OfficeCalendar>>();

/** The calendar of a unit: the city's, with the unit's own rules. */
export function mergeCalendars(city: OfficeCalendar, unitOverride: CalendarOverride | undefined): OfficeCalendar {
  if (unitOverride === undefined) return city;
  const ofCity = merged.get(city) ?? new WeakMap<CalendarOverride, OfficeCalendar>();
  merged.set(city, ofCity);
  const calendar = ofCity.get(unitOverride) ?? {
    timeZone: city.timeZone,
    weekend: unitOverride.weekend ?? city.weekend,
    hours: unitOverride.hours ?? city.hours,
    holidays: [...city.holidays, ...(unitOverride.holidays ?? [])],
    closures: [...city.closures, ...(unitOverride.closures ?? [])],
  };
  ofCity.set(unitOverride, calendar);
  return calendar;
}

interface Piece {
  readonly opens: ClockTime;
  readonly closes: ClockTime;
}

function hoursOf(calendar: OfficeCalendar, date: LocalDate): Piece[] {
  const ofThatWeekday = calendar.hours.filter((rule) => rule.weekdays?.includes(weekdayOf(date)) ?? true);
  return inForce(ofThatWeekday, date).toSorted((a, b) => (a.opens < b.opens ? -1 : 1));
}

function inForce<Rule extends { from: LocalDate; to?: LocalDate | undefined }>(rules: Rule[], date: LocalDate): Rule[] {
  const holding = rules.filter((rule) => rule.from <= date && (rule.to === undefined || date <= rule.to));
  const newest = holding.map((rule) => rule.from).reduce(later, '');
  return holding.filter((rule) => rule.from === newest);
}

function holidayOn(calendar: OfficeCalendar, date: LocalDate) {
  return calendar.holidays.find((holiday) => holiday.on === date);
}

function cutOut(pieces: Piece[], closure: z.infer<typeof Closure>): Piece[] {
  const { from = '00:00', to = '24:00' } = closure;
  return pieces.flatMap(({ opens, closes }) =>
    [
      { opens, closes: earlier(closes, from) },
      { opens: later(opens, to), closes },
    ].filter((piece) => piece.opens < piece.closes),
  );
}
