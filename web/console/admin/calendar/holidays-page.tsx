import type { CalendarSystem } from '../../../../domain/city.ts';
import { daysOfYear, yearOf } from '../../../../domain/holidays.ts';
import { say } from '../../../../domain/local-text.ts';
import { both } from '../../../kit/both.ts';
import { Card, Ltr } from '../../../kit/lists.tsx';
import { Tag } from '../../../kit/notice.tsx';
import { useQuery } from '../../../kit/router.ts';
import { useSpeech } from '../../../kit/speech.ts';
import { Empty } from '../../../kit/states.tsx';
import { Loaded, useAnswer } from '../../../kit/use-answer.tsx';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { dayText } from '../fields/day-text.ts';
import { SectionPage } from '../sections.tsx';
import { HolidaysEditor } from './holidays-editor.tsx';

type Holiday = {
  readonly on: string;
  readonly name: Readonly<Record<string, string>>;
  readonly provisional?: boolean | undefined;
};

/** The holidays of the city, year by year in the calendar that is wanted; and the list of a year to change or to take over. */
export function HolidaysPage() {
  const { call, city, language } = useConsole();
  const { sections } = useAdminWords();
  const [query, change] = useQuery();
  const shown = useAnswer(() => both(call('show-calendar'), call('list-office-days')), [call]);
  const system: CalendarSystem =
    query.system === 'gregory' || query.system === 'persian'
      ? query.system
      : (city.calendarSystem[language] ?? 'gregory');
  return (
    <SectionPage section="holidays" lead={sections.holidays.about}>
      <Loaded from={shown}>
        {([{ calendar }, { today }]) => {
          const year = Number(query.year) || yearOf(today, system);
          const { from, to } = daysOfYear({ year, system });
          const ofYear = calendar.holidays.filter(({ on }) => from <= on && on <= to);
          const turnTo = (other: CalendarSystem) => change({ system: other, year: String(yearOf(from, other)) });
          return (
            <>
              <YearChoice {...{ year, system, turnTo }} go={(to) => change({ year: String(to) })} />
              <HolidayTable holidays={ofYear} />
              <HolidaysEditor key={`${system} ${year}`} {...{ year, system, holidays: ofYear, changed: shown.again }} />
            </>
          );
        }}
      </Loaded>
    </SectionPage>
  );
}

type YearChoiceProps = {
  readonly year: number;
  readonly system: CalendarSystem;
  readonly go: (year: number) => void;
  readonly turnTo: (system: CalendarSystem) => void;
};

function YearChoice({ year, system, go, turnTo }: YearChoiceProps) {
  const { holidays: words } = useAdminWords();
  const { number } = useSpeech();
  const other = system === 'persian' ? 'gregory' : 'persian';
  return (
    <p class="actions">
      <button type="button" class="link" onClick={() => go(year - 1)}>
        {words.year(number(year - 1))}
      </button>
      <strong aria-live="polite">{words.yearIn(number(year), words.systems[system])}</strong>
      <button type="button" class="link" onClick={() => go(year + 1)}>
        {words.year(number(year + 1))}
      </button>
      <button type="button" class="link" onClick={() => turnTo(other)}>
        {words.systems[other]}
      </button>
    </p>
  );
}

function HolidayTable({ holidays }: { holidays: readonly Holiday[] }) {
  const { language, city } = useConsole();
  const { holidays: words } = useAdminWords();
  const { date, number } = useSpeech();
  if (holidays.length === 0) {
    return (
      <Card>
        <Empty>{words.none}</Empty>
      </Card>
    );
  }
  return (
    <table class="stacked">
      <caption>{words.count(number(holidays.length))}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.systems.persian}</th>
          <th scope="col">{words.systems.gregory}</th>
          <th scope="col">{words.name}</th>
        </tr>
      </thead>
      <tbody>
        {holidays.map(({ on, name, provisional }) => (
          <tr key={on}>
            <td data-label={words.day}>{date(on)}</td>
            <td data-label={words.systems.persian}>
              <Ltr>{dayText(on, 'persian', language)}</Ltr>
            </td>
            <td data-label={words.systems.gregory}>
              <Ltr>{on}</Ltr>
            </td>
            <td data-label={words.name}>
              <span>
                {say(name, language, city.locales[0])} {provisional && <Tag kind="warning">{words.provisional}</Tag>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
