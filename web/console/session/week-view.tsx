import { useSpeech } from '../../kit/speech.ts';
import { useConsole } from '../console.ts';
import { dayOf } from './calendar-days.ts';
import type { Listed } from './listed-session.ts';
import { SessionLine } from './session-list.tsx';

type WeekViewProps = {
  readonly days: readonly string[];
  readonly today: string;
  readonly sessions: readonly Listed[];
};

/** Seven days with what is held on each. */
export function WeekView({ days, today, sessions }: WeekViewProps) {
  const { words, city } = useConsole();
  const { dayAndMonth } = useSpeech();
  return (
    <ol class="week">
      {days.map((on) => {
        const held = sessions.filter(({ startsAt }) => dayOf(startsAt, city.timeZone) === on);
        return (
          <li key={on} {...(on === today && { 'aria-current': 'date' as const })}>
            <h2>{dayAndMonth(on)[0]}</h2>
            {held.length === 0 ? (
              <p class="hint">{words.turns.calendar.none}</p>
            ) : (
              <ul class="rows">
                {held.map((session) => (
                  <SessionLine key={session.id} session={session} isOfDay />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
