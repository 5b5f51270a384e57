import '../turns.css';
import { Card } from '../../kit/lists.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { PostPage } from '../post/post-page.tsx';
import { monthOf, plusDays, weekOf } from './calendar-days.ts';
import { MonthView } from './month-view.tsx';
import { PlanForm } from './plan-form.tsx';
import { SessionList } from './session-list.tsx';
import { type CalendarView, ViewTabs } from './view-tabs.tsx';
import { WeekView } from './week-view.tsx';

type PostSessionsProps = {
  readonly unit: string;
  readonly official: string;
  readonly view: string;
  /** A day in the week or month that is shown; today's if absent. */
  readonly on?: string;
};

const VIEWS: readonly CalendarView[] = ['list', 'week', 'month'];

/** The sessions of an official, as a list or in the calendar of the city, and the form to plan one more. */
export function PostSessionsPage({ unit, official, view: given, on }: PostSessionsProps) {
  const { call } = useConsole();
  const view = VIEWS.find((one) => one === given) ?? 'list';
  const days = useAnswer(() => call('list-office-days', { query: { unit } }), [unit]);
  return (
    <PostPage unit={unit} official={official} part="sessions">
      <Loaded from={days}>
        {({ today }) => (
          <>
            <ViewTabs {...{ unit, official, view, today }} on={on ?? today} />
            <Sessions key={`${official}-${view}-${on}`} {...{ unit, official, view, today }} on={on ?? today} />
          </>
        )}
      </Loaded>
    </PostPage>
  );
}

type SessionsProps = {
  readonly unit: string;
  readonly official: string;
  readonly view: CalendarView;
  readonly on: string;
  readonly today: string;
};

function Sessions({ unit, official, view, on, today }: SessionsProps) {
  const { words, city, language, call, me } = useConsole();
  const system = city.calendarSystem[language] ?? 'gregory';
  const days = view === 'month' ? monthOf(on, system) : view === 'week' ? weekOf(on, system) : [];
  const [first] = days;
  // A day of the office begins before or after the day of Greenwich, never by more than one.
  const query = { limit: 100, ...(first && { after: `${plusDays(first, -1)}T00:00:00.000Z` }) };
  const listed = useAnswer(() => call('list-sessions', { params: { official }, query }), [official, first]);
  return (
    <>
      <Loaded from={listed}>
        {({ items }) => {
          if (view === 'month') return <MonthView {...{ days, today, system }} sessions={items} />;
          if (view === 'week') return <WeekView {...{ days, today }} sessions={items} />;
          return <SessionList sessions={items} />;
        }}
      </Loaded>
      {me.permissions.includes('plan-sessions') && (
        <Card title={words.sessions.plan}>
          <PlanForm official={official} unit={unit} planned={listed.again} />
        </Card>
      )}
    </>
  );
}
