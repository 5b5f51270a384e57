import { fromAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date';

/**
 * Local times are carried as if they were UTC: 08:00 in Berlin is the epoch milliseconds of 08:00Z. So calendar
 * arithmetic meets no daylight saving time, which is dealt with here alone.
 */
export const wallOf = (epochMs: number, timeZone: string): number =>
  Date.parse(`${toCalendarDateTime(fromAbsolute(epochMs, timeZone)).toString()}Z`);

/** The instant of a local time; the first of two in autumn, `undefined` for one the clocks jump over in spring. */
export function instantOf(wall: number, timeZone: string): number | undefined {
  const local = parseDateTime(new Date(wall).toISOString().slice(0, -1));
  const instant = toZoned(local, timeZone, 'earlier').toDate().getTime();
  return wallOf(instant, timeZone) === wall ? instant : undefined;
}

/** Whether the name is one the computer knows, such as `Asia/Tehran`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
