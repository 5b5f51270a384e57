import type { HolidayRow } from '../../../../domain/holidays.ts';

type Known = {
  readonly on: string;
  readonly name: Readonly<Record<string, string>>;
  readonly provisional?: boolean | undefined;
};

/** Between the parts of a line; a table copied from a spreadsheet has tabs. */
const BETWEEN = /\s*[|\t;؛]\s*/;
const MARK = '?';

/** Holidays as lines to be changed by hand: the day, its name in each language, and a mark while it is provisional. */
export const linesOf = (
  holidays: readonly Known[],
  locales: readonly string[],
  dayText: (date: string) => string,
): string =>
  holidays
    .map(({ on, name, provisional }) =>
      [dayText(on), ...locales.map((locale) => name[locale] ?? ''), ...(provisional ? [MARK] : [])].join(' | '),
    )
    .join('\n');

/** The rows that somebody has typed or pasted; empty lines are passed over. */
export const rowsOf = (text: string, locales: readonly string[]): HolidayRow[] =>
  text
    .split('\n')
    .map((line) => line.trim().split(BETWEEN))
    .filter(([on = '']) => on !== '')
    .map(([on = '', ...parts]) => {
      const isProvisional = parts.at(-1) === MARK || parts.at(-1) === '؟';
      const names = locales.flatMap((locale, index) => {
        const name = parts[index];
        return name && name !== MARK && name !== '؟' ? [[locale, name] as const] : [];
      });
      return { on, name: Object.fromEntries(names), ...(isProvisional && { provisional: true }) };
    });
