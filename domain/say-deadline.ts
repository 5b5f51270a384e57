import type { OfficeCalendar } from './calendar.ts';
import type { CalendarSystem } from './city.ts';
import {
  dayWords,
  isPersian,
  type Speech,
  type SpeechAt,
  sayDate,
  sayDateTime,
  sayList,
  sayNumber,
} from './say-time.ts';
import { type LocalDate, localDateOf, plusDays } from './time.ts';
import type { Deadline, DeadlineSum } from './working-time.ts';

/** A known Monday, from which the names of weekdays are read. */
const MONDAY = '2024-01-01';

/**
 * The sum behind a deadline, in a sentence without a full stop: "from Monday 12 Bahman 1405: 20 working days, without
 * Thursdays, Fridays and 9 Esfand = Tuesday 11 Esfand 1405". Persian and English; other languages get the English words.
 */
export function sayDeadline(
  deadline: Deadline,
  calendar: OfficeCalendar,
  locale: string,
  calendarSystem: CalendarSystem,
): string {
  const speech: SpeechAt = { locale, calendarSystem, timeZone: calendar.timeZone };
  const { at, sum } = deadline;
  switch (sum.kind) {
    case 'working-days': {
      const from = sayDate(localDateOf(sum.from, calendar.timeZone), speech);
      const until = sayDate(localDateOf(at, calendar.timeZone), speech);
      return equation(from, sayAmount(sum, speech), saySkipped(sum, speech), until, speech);
    }
    case 'working-hours':
      return equation(
        sayDateTime(sum.from, speech),
        sayAmount(sum, speech),
        saySkipped(sum, speech),
        sayDateTime(at, speech),
        speech,
      );
    case 'fixed':
      return sayFixed(sum.on, deadline, speech);
  }
}

type CountedSum = Exclude<DeadlineSum, { kind: 'fixed' }>;

function equation(from: string, amount: string, skipped: string[], until: string, speech: Speech): string {
  const list = sayList(skipped, speech);
  if (isPersian(speech)) {
    return `${amount} از ${from}${list && `، بدون احتساب ${list}`}، یعنی تا ${until}`;
  }
  return `from ${from}: ${amount}${list && `, without ${list}`} = ${until}`;
}

function sayAmount({ kind, amount }: CountedSum, speech: Speech): string {
  const number = sayNumber(amount, speech);
  if (isPersian(speech)) return `${number} ${kind === 'working-days' ? 'روز' : 'ساعت'} کاری`;
  const unit = kind === 'working-days' ? 'day' : 'hour';
  return `${number} working ${amount === 1 ? unit : `${unit}s`}`;
}

function saySkipped(sum: CountedSum, speech: Speech): string[] {
  const weekdays = sum.skippedWeekdays.map((weekday) => {
    const { weekday: name } = dayWords(plusDays(MONDAY, weekday - 1), speech);
    return isPersian(speech) ? `${name}‌ها` : `${name}s`;
  });
  const more = sum.skippedMore ?? 0;
  const others = isPersian(speech)
    ? `${sayNumber(more, speech)} روز دیگر`
    : `${more} more ${more === 1 ? 'day' : 'days'}`;
  return [...weekdays, ...runsOf(sum.skippedOn).map((run) => sayRun(run, speech)), ...(more > 0 ? [others] : [])];
}

function sayFixed(on: LocalDate | undefined, { at }: Deadline, speech: SpeechAt): string {
  const until = sayDateTime(at, speech);
  const isMoved = on !== undefined && on !== localDateOf(at, speech.timeZone);
  if (isPersian(speech)) {
    return isMoved ? `تعیین‌شده برای ${sayDate(on, speech)}، افتاده به روز کاری بعد: ${until}` : `تا ${until}`;
  }
  return isMoved ? `set for ${sayDate(on, speech)}, moved to the next working day = ${until}` : `until ${until}`;
}

/** Days that follow each other are said as one: "1–4 Farvardin". */
function runsOf(dates: readonly LocalDate[]): LocalDate[][] {
  const runs: LocalDate[][] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    if (run && run.at(-1) === plusDays(date, -1)) run.push(date);
    else runs.push([date]);
  }
  return runs;
}

function sayRun(run: readonly LocalDate[], speech: Speech): string {
  const first = dayWords(run[0] ?? MONDAY, speech);
  const last = dayWords(run.at(-1) ?? MONDAY, speech);
  const lastDay = `${last.day} ${last.month}`;
  if (run.length === 1) return lastDay;
  const firstDay = first.month === last.month ? first.day : `${first.day} ${first.month}`;
  if (isPersian(speech)) return `${firstDay} تا ${lastDay}`;
  return first.month === last.month ? `${firstDay}–${lastDay}` : `${firstDay} to ${lastDay}`;
}
