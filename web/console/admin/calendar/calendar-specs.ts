import type { Spec } from '../fields/spec.ts';
import type { AdminWords } from '../words/fa.ts';

/** When an office is open in a week: days off and hours, each from a day on. */
export const calendarSpecs = ({ calendar: words, weekdays, rows }: AdminWords): readonly Spec[] => {
  const days = weekdays.map((label, index) => ({ value: String(index + 1), label }));
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
