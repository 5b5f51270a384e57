import { fromAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';
import * as z from 'zod/mini';

/**
 * A moment, exactly as `Date.prototype.toISOString()` prints it (UTC, milliseconds, years 0000–9999),
 * so that instants sort and compare as texts.
 */
export const Instant = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
    z.refine(isRealInstant, 'must be a moment as toISOString prints it'),
  );
export type Instant = z.infer<typeof Instant>;

/** A day of the ISO calendar, `YYYY-MM-DD`; the 30th of February is refused. */
export const LocalDate = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isRealDate, 'must be a day that exists'));
export type LocalDate = z.infer<typeof LocalDate>;

/** A time of day on the office clock, `HH:MM`, 00:00 to 23:59. */
export const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export type ClockTime = z.infer<typeof ClockTime>;

/** An IANA zone that this runtime knows. */
export const TimeZone = z.string().check(z.refine(isKnownZone, 'must be an IANA time zone'));

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** @throws RangeError for a number that is no moment. */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

export function toMillis(instant: Instant): number {
  return Date.parse(instant);
}

export function plusMillis(instant: Instant, millis: number): Instant {
  return instantOf(toMillis(instant) + millis);
}

export function plusSeconds(instant: Instant, seconds: number): Instant {
  return plusMillis(instant, seconds * SECOND);
}

export function plusMinutes(instant: Instant, minutes: number): Instant {
  return plusMillis(instant, minutes * MINUTE);
}

/** The next whole second, because timers of the workflow count in seconds and may never fire early. */
export function ceilToSecond(instant: Instant): Instant {
  return instantOf(Math.ceil(toMillis(instant) / SECOND) * SECOND);
}

/** Of two instants, two dates or two clock times: all compare as texts. */
export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** Of two instants, two dates or two clock times. */
export function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

/** The day on the wall calendar of `timeZone` at that moment. */
export function localDateOf(instant: Instant, timeZone: string): LocalDate {
  return wallOf(instant, timeZone).slice(0, 10);
}

/** What the clocks of `timeZone` show at that moment. */
export function clockTimeOf(instant: Instant, timeZone: string): ClockTime {
  return wallOf(instant, timeZone).slice(11, 16);
}

/** Day and clock time, as they hang on the wall. */
function wallOf(instant: Instant, timeZone: string): string {
  return known(KNOWN_WALLS, `${instant} ${timeZone}`, () =>
    toCalendarDateTime(fromAbsolute(toMillis(instant), timeZone)).toString(),
  );
}

/**
 * The moment at which the clocks of `timeZone` show `time` on `date`.
 *
 * Where clocks go back, a time that is shown twice means the first. Where clocks go forward, a time that is never shown
 * means the moment of the jump. So a later time of a day is never an earlier moment, and opening hours stay in order.
 */
export function instantAt(date: LocalDate, time: ClockTime, timeZone: string): Instant {
  return known(KNOWN_INSTANTS, `${date} ${time} ${timeZone}`, () => computeInstantAt(date, time, timeZone));
}

/** The same days and moments are asked for again and again, and each answer of `Intl` costs as much as a hundred look-ups. */
const KNOWN_INSTANTS = new Map<string, Instant>();
const KNOWN_WALLS = new Map<string, string>();
const MOST_KNOWN = 20_000;

function known(answers: Map<string, string>, question: string, compute: () => string): string {
  const answer = answers.get(question);
  if (answer !== undefined) return answer;
  if (answers.size >= MOST_KNOWN) answers.clear();
  const computed = compute();
  answers.set(question, computed);
  return computed;
}

function computeInstantAt(date: LocalDate, time: ClockTime, timeZone: string): Instant {
  const wall = parseDateTime(`${date}T${time}`);
  const first = toZoned(wall, timeZone, 'earlier');
  if (toCalendarDateTime(first).compare(wall) === 0) return instantOf(first.toDate().getTime());
  const last = toZoned(wall, timeZone, 'later');
  return instantOf(jumpBetween(first.toDate().getTime(), last.toDate().getTime(), timeZone));
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(date).getUTCDay() || 7;
}

export function plusDays(date: LocalDate, days: number): LocalDate {
  return instantOf(Date.parse(date) + days * DAY).slice(0, 10);
}

/** The first millisecond in (`before`, `after`] that has the offset of `after`. */
function jumpBetween(before: number, after: number, timeZone: string): number {
  const offsetAfter = fromAbsolute(after, timeZone).offset;
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fromAbsolute(middle, timeZone).offset === offsetAfter) high = middle;
    else low = middle;
  }
  return high;
}

/** Of what looks like an instant: `Date.parse` takes the 30th of February for the 2nd of March, and 24:00 for the next day. */
function isRealInstant(text: string): boolean {
  const millis = Date.parse(text);
  return !Number.isNaN(millis) && new Date(millis).getUTCDate() === Number(text.slice(8, 10));
}

function isRealDate(text: string): boolean {
  return isRealInstant(`${text}T00:00:00.000Z`);
}

function isKnownZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
