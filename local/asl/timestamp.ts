import { fieldError } from './evaluate.ts';
import type { Place } from './place.ts';

const OFFSET_DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:[.](\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Epoch milliseconds of an RFC 3339 timestamp with offset, or undefined for any other text.
 * `Date.parse` alone takes far too much, 30 February among it. Parts of a millisecond round up: never early.
 */
export function epochMsOf(text: string): number | undefined {
  const match = OFFSET_DATE_TIME.exec(text);
  if (!match) return undefined;
  const [, date = '', time = '', fraction = '', offset = ''] = match;
  const wholeSeconds = Date.parse(`${date}T${time}${offset}`);
  const sameDay = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(wholeSeconds) || Number.isNaN(sameDay.getTime()) || !sameDay.toISOString().startsWith(date)) {
    return undefined;
  }
  return wholeSeconds + Math.ceil(Number(`0.${fraction || 0}`) * 1000);
}

/** Epoch milliseconds of a Wait's Timestamp. Throws `QueryEvaluationError`. */
export function parseTimestamp(text: string, place: Place): number {
  const epochMs = epochMsOf(text);
  if (epochMs !== undefined) return epochMs;
  const problem = 'cannot be parsed as an ISO-8601 extended offset date-time format string';
  throw fieldError(place, 'Timestamp', `The Timestamp field ${problem}: ${text}`);
}
