import { type OfficeCalendar, whyClosed } from './calendar.ts';
import type { CalendarSystem } from './city.ts';
import { say } from './local-text.ts';
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
      if (sum.amount === 0) return byTheCloseOf(localDateOf(at, calendar.timeZone), speech);
      const from = sayDate(localDateOf(sum.from, calendar.timeZone), speech);
      const until = sayDate(localDateOf(at, calendar.timeZone), speech);
      return equation(from, sayAmount(sum, speech), saySkipped(sum, calendar, speech), until, speech);
    }
    case 'working-hours':
      return equation(
        sayDateTime(sum.from, speech),
        sayAmount(sum, speech),
        saySkipped(sum, calendar, speech),
        sayDateTime(at, speech),
        speech,
      );
    case 'fixed':
      return sayFixed(sum.on, deadline, calendar, speech);
  }
}

const byTheCloseOf = (date: LocalDate, speech: Speech): string =>
  isPersian(speech) ? `تا پایان وقت اداری ${sayDate(date, speech)}` : `by the close of ${sayDate(date, speech)}`;

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

function saySkipped(sum: CountedSum, calendar: OfficeCalendar, speech: Speech): string[] {
  const weekdays = sum.skippedWeekdays.map((weekday) => {
    const { weekday: name } = dayWords(plusDays(MONDAY, weekday - 1), speech);
    return isPersian(speech) ? `${name}‌ها` : `${name}s`;
  });
  const more = sum.skippedMore ?? 0;
  const others = isPersian(speech)
    ? `${sayNumber(more, speech)} روز دیگر`
    : `${more} more ${more === 1 ? 'day' : 'days'}`;
  return [
    ...weekdays,
    ...runsOf(sum.skippedOn, calendar).map((run) => sayRun(run, calendar, speech)),
    ...(more > 0 ? [others] : []),
  ];
}

function sayFixed(on: LocalDate | undefined, { at }: Deadline, calendar: OfficeCalendar, speech: SpeechAt): string {
  const until = sayDateTime(at, speech);
  if (on === undefined || on === localDateOf(at, speech.timeZone))
    return isPersian(speech) ? `تا ${until}` : `until ${until}`;
  const set = `${sayDate(on, speech)}${sayReason(on, calendar, speech)}`;
  return isPersian(speech)
    ? `تا ${until}؛ روز تعیین‌شده، ${set}، روز کاری نیست`
    : `until ${until}: the day that was set, ${set}, is no working day`;
}

/** Days that follow each other are said as one, "1–4 Farvardin"; a sudden closure stands by itself, with its reason. */
function runsOf(dates: readonly LocalDate[], calendar: OfficeCalendar): LocalDate[][] {
  const runs: LocalDate[][] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last === plusDays(date, -1) && !closureOn(date, calendar) && !closureOn(last, calendar);
    if (run && follows) run.push(date);
    else runs.push([date]);
  }
  return runs;
}

const closureOn = (date: LocalDate, calendar: OfficeCalendar) => {
  const closed = whyClosed(calendar, date);
  return closed?.because === 'closure' ? closed.reason : undefined;
};

/** Why a day that looked like a working day was none: " (air pollution)". */
const sayReason = (date: LocalDate, calendar: OfficeCalendar, { locale }: Speech): string => {
  const reason = closureOn(date, calendar);
  return reason ? ` (${say(reason, locale)})` : '';
};

function sayRun(run: readonly LocalDate[], calendar: OfficeCalendar, speech: Speech): string {
  const [date = MONDAY] = run;
  const first = dayWords(date, speech);
  const last = dayWords(run.at(-1) ?? MONDAY, speech);
  const lastDay = `${last.day} ${last.month}`;
  if (run.length === 1) return `${lastDay}${sayReason(date, calendar, speech)}`;
  const firstDay = first.month === last.month ? first.day : `${first.day} ${first.month}`;
  if (isPersian(speech)) return `${firstDay} ${run.length === 2 ? 'و' : 'تا'} ${lastDay}`;
  return first.month === last.month ? `${firstDay}–${lastDay}` : `${firstDay} to ${lastDay}`;
}
