import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { dayWords, type SpeechAt, sayDate, sayDigits, sayNumber, sayTime } from '../../domain/say-time.ts';
import type { Language } from './language.ts';
import type { KitWords } from './words/fa.ts';

/** How the app speaks to its reader: the language, its words, and times in the city's zone and calendar. */
export type Speech = {
  readonly language: Language;
  readonly words: KitWords;
  /** «دوشنبه ۱۲ بهمن ۱۴۰۵، ساعت ۹:۳۰» */
  readonly moment: (at: string) => string;
  /** «دوشنبه ۱۲ بهمن ۱۴۰۵», of a moment */
  readonly day: (at: string) => string;
  /** «دوشنبه ۱۲ بهمن ۱۴۰۵», of a date such as `2027-02-01` */
  readonly date: (date: string) => string;
  /** «دوشنبه ۱۲ بهمن» and «بهمن ۱۴۰۵», of a date such as `2027-02-01` */
  readonly dayAndMonth: (date: string) => [day: string, month: string];
  readonly time: (at: string) => string;
  readonly number: (number: number) => string;
  /** «۱۳۷»: a number of digits alone, in those of the language; what has Latin letters in it stays as it is. */
  readonly digits: (text: string) => string;
};

type Place = {
  readonly timeZone: string;
  readonly calendarSystem: Readonly<Record<string, SpeechAt['calendarSystem']>>;
};

export const speechOf = (language: Language, words: KitWords, { timeZone, calendarSystem }: Place): Speech => {
  const how: SpeechAt = { locale: language, timeZone, calendarSystem: calendarSystem[language] ?? 'gregory' };
  const localDate = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const date = (on: string): string => sayDate(on, how);
  const day = (at: string): string => date(localDate.format(Date.parse(at)));
  const time = (at: string): string => sayTime(at, how);
  return {
    language,
    words,
    moment: (at) => (language === 'fa' ? `${day(at)}، ساعت ${time(at)}` : `${day(at)}, ${time(at)}`),
    day,
    date,
    dayAndMonth: (on) => {
      const { weekday, day: dayOfMonth, month, year } = dayWords(on, how);
      return [`${weekday} ${dayOfMonth} ${month}`, `${month} ${year}`];
    },
    time,
    number: (number) => sayNumber(number, how),
    digits: (text) => sayDigits(text, how),
  };
};

const SpeechContext = createContext<Speech | undefined>(undefined);
export const SpeechProvider = SpeechContext.Provider;

/** @throws Error outside a `SpeechProvider` */
export const useSpeech = (): Speech => {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('There is no SpeechProvider above');
  return speech;
};
