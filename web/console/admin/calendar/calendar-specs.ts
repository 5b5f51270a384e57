import type { Language } from '../../../kit/language.ts';
import { weekdayChoices } from '../../weekdays.ts';
import type { Spec } from '../fields/spec.ts';
import type { AdminWords } from '../words/fa.ts';

/** When an office is open in a week: days off and hours, each from a day on. */
export const calendarSpecs = ({ calendar: words, rows }: AdminWords, language: Language): readonly Spec[] => {
  const days = weekdayChoices(language);
  const from: Spec = { path: 'from', label: words.from, as: 'day' };
  const to: Spec = { path: 'to', label: words.to, hint: words.toHint, as: 'day', optional: true };
  return [
    {
      ...{ path: 'weekend', label: words.weekend, hint: words.weekendHint, as: 'rows', optional: true },
      ...{ row: rows.weekend, add: rows.addWeekend },
      of: [{ path: 'days', label: words.daysOff, as: 'many', choices: days, numeric: true }, from, to],
    },
    {
      ...{ path: 'hours', label: words.hours, hint: words.hoursHint, as: 'rows', optional: true },
      ...{ row: rows.hours, add: rows.addHours },
      of: [
        { path: 'opens', label: words.opens, as: 'time' },
        { path: 'closes', label: words.closes, as: 'time' },
        from,
        to,
        {
          ...{ path: 'weekdays', label: words.weekdays, hint: words.weekdaysHint, as: 'many', optional: true },
          ...{ choices: days, numeric: true },
        },
      ],
    },
  ];
};
