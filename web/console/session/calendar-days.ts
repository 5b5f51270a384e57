import type { CalendarSystem } from '../../../domain/city.ts';

const DAY_MS = 86_400_000;

/** `2027-02-01` and so many days later, whatever clocks do in between. */
export const plusDays = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * DAY_MS).toISOString().slice(0, '2027-02-01'.length);

/** The day on the office's wall calendar at that moment. */
export const dayOf = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    Date.parse(at),
  );

/** The day's number in its month of the city's calendar. */
export const dayOfMonth = (on: string, system: CalendarSystem): number =>
  Number(
    new Intl.DateTimeFormat(`en-u-ca-${system}-nu-latn`, { timeZone: 'UTC', day: 'numeric' })
      .formatToParts(Date.parse(on))
      .find(({ type }) => type === 'day')?.value,
  );

/** All days of the month in which a day lies, by the city's calendar. */
export const monthOf = (on: string, system: CalendarSystem): string[] => {
  const days = [plusDays(on, 1 - dayOfMonth(on, system))];
  for (;;) {
    const next = plusDays(days[0] ?? on, days.length);
    if (dayOfMonth(next, system) === 1) return days;
    days.push(next);
  }
};

/** A Persian week begins on Saturday, any other on Monday; 0 is Sunday. */
const firstWeekday = (system: CalendarSystem): number => (system === 'persian' ? 6 : 1);

/** How many days after the week's first one a day lies. */
const placeInWeek = (on: string, system: CalendarSystem): number =>
  (new Date(Date.parse(on)).getUTCDay() - firstWeekday(system) + 7) % 7;

export const weekOf = (on: string, system: CalendarSystem): string[] => {
  const first = plusDays(on, -placeInWeek(on, system));
  return Array.from({ length: 7 }, (_, index) => plusDays(first, index));
};

/** The weeks that hold a month, whole: days of the months beside it fill the corners. */
export const weeksOf = (month: readonly string[], system: CalendarSystem): string[][] => {
  const weeks: string[][] = [];
  for (let on = month[0] ?? ''; on !== '' && on <= (month.at(-1) ?? ''); on = plusDays(weeks.at(-1)?.[6] ?? on, 1)) {
    weeks.push(weekOf(on, system));
  }
  return weeks;
};
