import type { CalendarSystem } from './city.ts';
import { languageOf } from './local-text.ts';
import { type Instant, type LocalDate, localDateOf, toMillis } from './time.ts';

/** In which words and which calendar to speak. */
export interface Speech {
  readonly locale: string;
  readonly calendarSystem: CalendarSystem;
}

export interface SpeechAt extends Speech {
  readonly timeZone: string;
}

/** The words of a day, to be put in the order of each language. */
export interface DayWords {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** «دوشنبه ۱۲ بهمن ۱۴۰۵», "Monday 12 Bahman 1405", "Monday 1 February 2027". */
export function sayDate(date: LocalDate, speech: Speech): string {
  const { weekday, day, month, year } = dayWords(date, speech);
  return `${weekday} ${day} ${month} ${year}`;
}

/** «دوشنبه ۱۲ بهمن ۱۴۰۵، ساعت ۹:۳۰», "Monday 12 Bahman 1405, 09:30". */
export function sayDateTime(instant: Instant, speech: SpeechAt): string {
  const date = sayDate(localDateOf(instant, speech.timeZone), speech);
  const time = sayTime(instant, speech);
  return isPersian(speech) ? `${date}، ساعت ${time}` : `${date}, ${time}`;
}

/** «۹:۳۰», "09:30". */
export function sayTime(instant: Instant, { locale, timeZone }: { locale: string; timeZone: string }): string {
  const clock = formatter('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const time = clock.format(toMillis(instant));
  return isPersian({ locale }) ? toPersianDigits(time.replace(/^0/, '')) : time;
}

/** «۲۰» or "20". */
export function sayNumber(number: number, { locale }: { locale: string }): string {
  return isPersian({ locale }) ? toPersianDigits(String(number)).replace('.', '٫') : String(number);
}

/**
 * Intl knows the names, but not the order: it prints Persian days as «۱۴۰۵ بهمن ۱۲, دوشنبه» and adds an era in English.
 * So only the words are asked for.
 */
export function dayWords(date: LocalDate, { locale, calendarSystem }: Speech): DayWords {
  const key = `${date} ${locale} ${calendarSystem}`;
  const words = KNOWN_DAYS.get(key) ?? askedWords(date, { locale, calendarSystem });
  if (KNOWN_DAYS.size >= MOST_KNOWN_DAYS) KNOWN_DAYS.clear();
  KNOWN_DAYS.set(key, words);
  return words;
}

/** A page names the same few days many times. */
const KNOWN_DAYS = new Map<string, DayWords>();
const MOST_KNOWN_DAYS = 2000;

function askedWords(date: LocalDate, { locale, calendarSystem }: Speech): DayWords {
  const names = formatter(`${locale}-u-ca-${calendarSystem}`, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const words = new Map(names.formatToParts(Date.parse(date)).map(({ type, value }) => [type, value]));
  const word = (type: Intl.DateTimeFormatPartTypes): string => words.get(type) ?? '';
  return { weekday: word('weekday'), day: word('day'), month: word('month'), year: word('year') };
}

/** «۱۳۷» or "137"; what has Latin letters in it, such as a tracking code, keeps its digits. */
export function sayDigits(text: string, { locale }: { locale: string }): string {
  return isPersian({ locale }) && !/[a-z]/i.test(text) ? toPersianDigits(text) : text;
}

/** 0-9 as Persian digits; everything else stays. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));
}

/** «الف، ب و پ», "a, b and c". Intl's Persian list hides direction marks between the words. */
export function sayList(items: readonly string[], { locale }: { locale: string }): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const first = items.slice(0, -1);
  return isPersian({ locale }) ? `${first.join('، ')} و ${last}` : `${first.join(', ')} and ${last}`;
}

export function isPersian({ locale }: { locale: string }): boolean {
  return languageOf(locale) === 'fa';
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times as much as using it. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}
