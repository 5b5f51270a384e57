import type { CalendarSystem } from '../../../domain/city.ts';
import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { dayOf, dayOfMonth, weeksOf } from './calendar-days.ts';
import type { Listed } from './listed-session.ts';

type MonthViewProps = {
  /** The days of the month. */
  readonly days: readonly string[];
  readonly today: string;
  readonly system: CalendarSystem;
  readonly sessions: readonly Listed[];
};

/** A month of the city's calendar, week by week; in Persian it begins on Saturday and runs from right to left. */
export function MonthView({ days, today, system, sessions }: MonthViewProps) {
  const { city, language } = useConsole();
  const { dayAndMonth, number } = useSpeech();
  const weeks = weeksOf(days, system);
  const weekday = (on: string, width: 'long' | 'narrow') =>
    new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(Date.parse(on));
  return (
    <table class="calendar">
      <caption class="for-readers">{dayAndMonth(days[0] ?? today)[1]}</caption>
      <thead>
        <tr>
          {weeks[0]?.map((on) => (
            <th scope="col" key={on}>
              <span class="weekday-long">{weekday(on, 'long')}</span>
              <span class="weekday-narrow" aria-hidden="true">
                {weekday(on, 'narrow')}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((on) => (
              <td
                key={on}
                class={days.includes(on) ? '' : 'calendar-outside'}
                {...(on === today && { 'aria-current': 'date' as const })}
              >
                <span class="calendar-day">{number(dayOfMonth(on, system))}</span>
                {sessions
                  .filter(({ startsAt }) => dayOf(startsAt, city.timeZone) === on)
                  .map((session) => (
                    <SessionMark key={session.id} session={session} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As small as the cell of a day on a phone: its hour, said in full to whoever cannot see where it stands. */
function SessionMark({ session: { id, startsAt, says, cancelledAt, published } }: { session: Listed }) {
  const { base } = useConsole();
  const { time } = useSpeech();
  const look = cancelledAt ? 'mark mark-cancelled' : published ? 'mark' : 'mark mark-hidden';
  return (
    <a class={look} href={`${base}/sessions/${id}`} aria-label={says}>
      <bdi dir="ltr">{time(startsAt)}</bdi>
    </a>
  );
}
