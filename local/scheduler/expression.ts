import { Cron } from 'croner';
import { instantOf, isTimeZone, wallOf } from './wall-clock.ts';

/** A schedule whose expression, time zone or target cannot be. */
export class ScheduleError extends Error {}

/** Gives the first occurrence after an instant (epoch milliseconds), or `undefined` if there is none. */
export type Occurrences = { nextAfter(epochMs: number): number | undefined };

/**
 * Reads `rate(5 minutes)`, `cron(0 8 ? * MON-FRI *)` or `at(2026-11-23T08:00:00)` as EventBridge Scheduler does.
 * Rates count from `since`; the others follow the clocks of the time zone: a time that does not exist that day is
 * skipped, one that exists twice occurs once. Throws `ScheduleError`.
 */
export function parseExpression(text: string, timeZone: string, since: number): Occurrences {
  if (!isTimeZone(timeZone)) throw new ScheduleError(`${timeZone} is no time zone.`);
  const [, kind, inside = ''] = /^(rate|cron|at)\((.+)\)$/.exec(text) ?? [];
  if (kind === 'rate') return rate(inside, since);
  if (kind === 'cron') return cron(inside, timeZone);
  if (kind === 'at') return at(inside, timeZone);
  throw new ScheduleError(`${text} is neither rate(…), cron(…) nor at(…).`);
}

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function rate(text: string, since: number): Occurrences {
  const [, digits = '', unit, plural] = /^([1-9]\d{0,4}) (minute|hour|day)(s?)$/.exec(text) ?? [];
  const isUnit = unit === 'minute' || unit === 'hour' || unit === 'day';
  if (!isUnit || (digits === '1') === (plural === 's')) throw new ScheduleError(`rate(${text}) is no valid rate.`);
  const step = Number(digits) * UNIT_MS[unit];
  return { nextAfter: (epochMs) => since + Math.max(1, Math.floor((epochMs - since) / step) + 1) * step };
}

function at(text: string, timeZone: string): Occurrences {
  const wall = Date.parse(`${text}Z`);
  const isTime = !Number.isNaN(wall) && new Date(wall).toISOString() === `${text}.000Z`;
  const instant = isTime ? instantOf(wall, timeZone) : undefined;
  if (instant === undefined) throw new ScheduleError(`at(${text}) is no time in ${timeZone}.`);
  return { nextAfter: (epochMs) => (epochMs < instant ? instant : undefined) };
}

function cron(text: string, timeZone: string): Occurrences {
  const pattern = toCroner(text);
  let walls: Cron;
  try {
    walls = new Cron(pattern, { timezone: 'UTC' });
  } catch (error) {
    throw new ScheduleError(`cron(${text}) is not valid: ${error instanceof Error ? error.message : ''}`);
  }
  return {
    nextAfter(epochMs) {
      let wall = walls.nextRun(new Date(wallOf(epochMs, timeZone)));
      while (wall) {
        const instant = instantOf(wall.getTime(), timeZone);
        if (instant !== undefined && instant > epochMs) return instant;
        wall = walls.nextRun(wall);
      }
      return undefined;
    },
  };
}

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The last value of each field, for steps without an end: `0/15` means `0-59/15`. */
const LAST = ['59', '23', '31', '12', 'SAT', '2199'];

/** AWS's six fields as croner's seven: seconds in front, days of the week by name. */
function toCroner(text: string): string {
  const fields = text.split(/ +/);
  const [, , dayOfMonth, , dayOfWeek] = fields;
  if (fields.length !== 6 || fields.some((field) => !/^[\dA-Z*?,/#-]+$/.test(field))) {
    throw new ScheduleError(`cron(${text}) needs six fields: minute, hour, day, month, weekday, year.`);
  }
  if ((dayOfMonth === '?') === (dayOfWeek === '?') || fields.filter((field) => field.includes('?')).length !== 1) {
    throw new ScheduleError(`cron(${text}) needs a ? either for the day of the month or for the weekday.`);
  }
  const mapped = fields.map((field, index) =>
    field
      .split(',')
      .map((part) => mapPart(part, index))
      .join(','),
  );
  return ['0', ...mapped].join(' ');
}

function mapPart(part: string, index: number): string {
  if (part === '?') return '*';
  const named = index === 4 ? nameDays(part) : part;
  return named.replace(/^(\w+)\/(\d+)$/, (_, from, step) => `${from}-${LAST[index]}/${step}`);
}

/** `2-6` is MON-FRI, `3#2` the second Tuesday, `6L` the last Friday, `L` Saturday; steps keep their number. */
function nameDays(part: string): string {
  if (part === 'L') return 'SAT';
  const [days = '', tail] = part.split(/(?=[/#])/);
  const last = /^([1-7]|[A-Z]{3})L$/.exec(days)?.[1];
  const names = (last ?? days).replace(/\b\d+\b/g, (digits) => {
    const name = DAYS[Number(digits) - 1];
    if (!name) throw new ScheduleError(`${digits} is no weekday; they count from 1 (SUN) to 7 (SAT).`);
    return name;
  });
  return `${names}${last ? '#L' : ''}${tail ?? ''}`;
}
