import * as z from 'zod/mini';
import { isWeekend, isWorkingDay, type OfficeCalendar, type OpenHours, openHoursOn } from './calendar.ts';
import {
  ceilToSecond,
  earlier,
  Instant,
  LocalDate,
  later,
  localDateOf,
  plusDays,
  plusMillis,
  toMillis,
  weekdayOf,
} from './time.ts';

const Skipped = {
  /** ISO weekdays of the weekend that the count passed over. */
  skippedWeekdays: z.array(z.int()),
  /** Holidays and closures that it passed over, the first of them: the sum must stay small. */
  skippedOn: z.array(LocalDate),
  /** How many more there were than `skippedOn` names. */
  skippedMore: z.optional(z.int()),
};

/** How a deadline was counted, small enough to lie beside it in the table (under 400 bytes). */
export const DeadlineSum = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working-days'), amount: z.number(), from: Instant, ...Skipped }),
  z.object({ kind: z.literal('working-hours'), amount: z.number(), from: Instant, ...Skipped }),
  /** Set by somebody, not counted; `on` is the day they named, if they named a day. */
  z.object({ kind: z.literal('fixed'), from: Instant, on: z.optional(LocalDate) }),
]);
export type DeadlineSum = z.infer<typeof DeadlineSum>;

export const Deadline = z.object({ at: Instant, sum: DeadlineSum });
export type Deadline = z.infer<typeof Deadline>;

const FIVE_YEARS_IN_DAYS = 5 * 366;
const NAMED_DAYS_KEPT = 16;
const MOST = 10_000;
const HOUR = 3_600_000;

/**
 * The close of the `days`-th working day after the day of `from`, which itself is not counted. With 0 days: the close of
 * the same day, or of the next working day where that has passed.
 * @throws Error if the calendar has no open day within five years, or for an amount outside 0–10,000.
 */
export function afterWorkingDays(calendar: OfficeCalendar, from: Instant, days: number): Deadline {
  checkAmount(days);
  const start = localDateOf(from, calendar.timeZone);
  let date = days > 0 ? start : firstDayStillOpen(calendar, from);
  for (let counted = 0; counted < days; counted += 1) date = nextWorkingDay(calendar, plusDays(date, 1));
  return {
    at: ceilToSecond(closingTime(calendar, date)),
    sum: { kind: 'working-days', amount: days, from, ...skippedBetween(calendar, start, date) },
  };
}

/**
 * The moment by which the office has been open for `hours` since `from`. With 0 hours: the first open moment.
 * @throws Error if the calendar has no open day within five years, or for an amount outside 0–10,000.
 */
export function afterWorkingHours(calendar: OfficeCalendar, from: Instant, hours: number): Deadline {
  checkAmount(hours);
  const start = localDateOf(from, calendar.timeZone);
  let left = hours * HOUR;
  let date = firstDayStillOpen(calendar, from);
  for (;;) {
    for (const piece of openHoursOn(calendar, date).filter(({ closes }) => closes > from)) {
      const begins = later(piece.opens, from);
      const length = toMillis(piece.closes) - toMillis(begins);
      if (left <= length) {
        return {
          at: ceilToSecond(plusMillis(begins, left)),
          sum: { kind: 'working-hours', amount: hours, from, ...skippedBetween(calendar, start, date) },
        };
      }
      left -= length;
    }
    date = nextWorkingDay(calendar, plusDays(date, 1));
  }
}

/** The close of the day that somebody named, or of the next working day if the office is shut or already closed then. */
export function dueOn(calendar: OfficeCalendar, on: LocalDate, from: Instant): Deadline {
  const candidate = nextWorkingDay(calendar, on);
  const closes = closingTime(calendar, candidate);
  const at = closes > from ? closes : closingTime(calendar, firstDayStillOpen(calendar, from));
  return { at: ceilToSecond(at), sum: { kind: 'fixed', from, on } };
}

/** A deadline that is a moment, such as the end of a meeting: no calendar moves it. */
export function fixedAt(at: Instant, from: Instant): Deadline {
  return { at: ceilToSecond(at), sum: { kind: 'fixed', from } };
}

/**
 * The same promise counted again, for instance after a holiday was announced or a day was closed. It may come out
 * earlier, where a holiday was taken back or the last day now closes sooner.
 */
export function recompute(deadline: Deadline, calendar: OfficeCalendar): Deadline {
  const { sum } = deadline;
  switch (sum.kind) {
    case 'working-days':
      return afterWorkingDays(calendar, sum.from, sum.amount);
    case 'working-hours':
      return afterWorkingHours(calendar, sum.from, sum.amount);
    case 'fixed':
      return sum.on === undefined ? deadline : dueOn(calendar, sum.on, sum.from);
  }
}

/** When the office opens next: today if it has not yet, else on the next working day. */
export function nextOpening(calendar: OfficeCalendar, from: Instant): Instant {
  const today = localDateOf(from, calendar.timeZone);
  const candidate = nextWorkingDay(calendar, today);
  const opens = openingTime(calendar, candidate);
  return opens > from ? opens : openingTime(calendar, nextWorkingDay(calendar, plusDays(today, 1)));
}

/** Whether the office's working day has begun and not yet ended; a lunch break does not end it. */
export function isAtWork(calendar: OfficeCalendar, at: Instant): boolean {
  const hours = openHoursOn(calendar, localDateOf(at, calendar.timeZone));
  return hours.some(({ opens }) => opens <= at) && hours.some(({ closes }) => at < closes);
}

/** The last day before `date` on which the office opens. */
export function lastWorkingDayBefore(calendar: OfficeCalendar, date: LocalDate): LocalDate {
  return searchWorkingDay(calendar, plusDays(date, -1), -1);
}

/** `date` itself if the office opens on it, else the first day after it on which it does. */
function nextWorkingDay(calendar: OfficeCalendar, date: LocalDate): LocalDate {
  return searchWorkingDay(calendar, date, 1);
}

/** How many working days begin after the day of `from` and up to the day of `to`: the inverse of `afterWorkingDays`. */
export function workingDaysBetween(calendar: OfficeCalendar, from: Instant, to: Instant): number {
  const last = localDateOf(to, calendar.timeZone);
  return daysAfter(localDateOf(from, calendar.timeZone), last).filter((date) => isWorkingDay(calendar, date)).length;
}

function checkAmount(amount: number): void {
  if (!(amount >= 0 && amount <= MOST)) throw new RangeError(`${amount} is no amount of working time`);
}

function searchWorkingDay(calendar: OfficeCalendar, start: LocalDate, step: 1 | -1): LocalDate {
  for (let days = 0; days < FIVE_YEARS_IN_DAYS; days += 1) {
    const date = plusDays(start, days * step);
    if (isWorkingDay(calendar, date)) return date;
  }
  throw new Error(`the office calendar has no open day within five years of ${start}`);
}

function firstDayStillOpen(calendar: OfficeCalendar, from: Instant): LocalDate {
  const date = nextWorkingDay(calendar, localDateOf(from, calendar.timeZone));
  return closingTime(calendar, date) > from ? date : nextWorkingDay(calendar, plusDays(date, 1));
}

function openingTime(calendar: OfficeCalendar, workingDay: LocalDate): Instant {
  const [first, ...others] = openHoursOn(calendar, workingDay).map(({ opens }) => opens);
  return others.reduce(earlier, first ?? '');
}

function closingTime(calendar: OfficeCalendar, workingDay: LocalDate): Instant {
  return openHoursOn(calendar, workingDay).reduce((last: Instant, { closes }: OpenHours) => later(last, closes), '');
}

function skippedBetween(calendar: OfficeCalendar, start: LocalDate, end: LocalDate) {
  const shut = daysAfter(start, end).filter((date) => !isWorkingDay(calendar, date));
  const weekend = shut.filter((date) => isWeekend(calendar, date));
  const named = shut.filter((date) => !isWeekend(calendar, date));
  return {
    skippedWeekdays: [...new Set(weekend.map(weekdayOf))].toSorted((a, b) => a - b),
    skippedOn: named.slice(0, NAMED_DAYS_KEPT),
    ...(named.length > NAMED_DAYS_KEPT ? { skippedMore: named.length - NAMED_DAYS_KEPT } : {}),
  };
}

/** Every day after `start`, up to and with `end`. */
function daysAfter(start: LocalDate, end: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = plusDays(start, 1); date <= end; date = plusDays(date, 1)) days.push(date);
  return days;
}
