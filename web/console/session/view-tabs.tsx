import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { monthOf, plusDays } from './calendar-days.ts';

export type CalendarView = 'list' | 'week' | 'month';

type ViewTabsProps = {
  readonly unit: string;
  readonly official: string;
  readonly view: CalendarView;
  readonly on: string;
  readonly today: string;
};

/** Which view, and the way to the week or month before and after; each has an address of its own. */
export function ViewTabs({ unit, official, view, on, today }: ViewTabsProps) {
  const { words, base, city, language } = useConsole();
  const { date, dayAndMonth } = useSpeech();
  const { calendar } = words.turns;
  const system = city.calendarSystem[language] ?? 'gregory';
  const at = (other: CalendarView, day: string) =>
    `${base}/posts/${unit}/${official}/${other}${other === 'list' ? '' : `/${day}`}`;
  const month = monthOf(on, system);
  const [before, after] =
    view === 'week'
      ? [plusDays(on, -7), plusDays(on, 7)]
      : [plusDays(month[0] ?? on, -1), plusDays(month.at(-1) ?? on, 1)];
  return (
    <div class="calendar-bar no-print">
      <nav class="tabs" aria-label={calendar.view}>
        {(['list', 'week', 'month'] as const).map((name) => (
          <a key={name} href={at(name, on)} {...(name === view && { 'aria-current': 'true' as const })}>
            {calendar.views[name]}
          </a>
        ))}
      </nav>
      {view !== 'list' && (
        <nav class="tabs" aria-label={calendar.sessions}>
          <a href={at(view, before)}>{calendar.before}</a>
          <a href={at(view, today)}>{calendar.today}</a>
          <a href={at(view, after)}>{calendar.after}</a>
          <strong class="calendar-now">{view === 'month' ? dayAndMonth(on)[1] : date(on)}</strong>
        </nav>
      )}
    </div>
  );
}
