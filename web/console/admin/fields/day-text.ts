import { toPersianDigits } from '../../../../domain/say-time.ts';
import { useConsole } from '../../console.ts';

/** A day as it is typed: `2027-02-01` → «۱۴۰۵/۱۱/۱۲» where days are counted so, else as it is. */
export const dayText = (date: string, system: string, language: string): string => {
  if (system !== 'persian') return date;
  const words = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    ...{ timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(Date.parse(date));
  const part = (type: string): string => words.find((word) => word.type === type)?.value ?? '';
  const text = `${part('year')}/${part('month')}/${part('day')}`;
  return language === 'fa' ? toPersianDigits(text) : text;
};

/** Writes days as the reader of this page counts them. */
export const useDayText = (): ((date: string) => string) => {
  const { city, language } = useConsole();
  return (date) => dayText(date, city.calendarSystem[language] ?? 'gregory', language);
};
