import { useState } from 'preact/hooks';
import type { BodyOf, ReplyOf } from '../../../../contract/operation.ts';
import type { putCalendar, showCalendar } from '../../../../contract/staff/city.ts';
import { say } from '../../../../domain/local-text.ts';
import { Field } from '../../../kit/field.tsx';
import { Form, textOf } from '../../../kit/form.tsx';
import { Card, Ltr } from '../../../kit/lists.tsx';
import { useQuery } from '../../../kit/router.ts';
import { useSpeech } from '../../../kit/speech.ts';
import { Loaded, useAnswer } from '../../../kit/use-answer.tsx';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { below } from '../fields/below.ts';
import { readFields } from '../fields/read-fields.ts';
import { SpecFields } from '../fields/spec-fields.tsx';
import { JobProgress } from '../job-progress.tsx';
import { SaidDone } from '../said-done.tsx';
import { SectionPage } from '../sections.tsx';
import { UnitChoice } from '../unit-choice.tsx';
import { calendarSpecs } from './calendar-specs.ts';

/** When the city, or one of its units, is open. */
export function CalendarPage() {
  const { sections } = useAdminWords();
  const [{ unit = '' }, change] = useQuery();
  return (
    <SectionPage section="calendar" lead={sections.calendar.about}>
      <UnitChoice unit={unit} choose={(chosen) => change({ unit: chosen })} />
      <OfPlace key={unit} unit={unit} />
    </SectionPage>
  );
}

/** Of a unit; of the city where it is empty. */
function OfPlace({ unit }: { unit: string }) {
  const { call } = useConsole();
  const shown = useAnswer(() => call('show-calendar', { query: { unit: unit || undefined } }), [call]);
  return <Loaded from={shown}>{(calendar) => <WeekForm unit={unit} shown={calendar} />}</Loaded>;
}

type Shown = ReplyOf<typeof showCalendar>;

function WeekForm({ unit, shown: { calendar, override = {} } }: { unit: string; shown: Shown }) {
  const { base, call, city, language } = useConsole();
  const words = useAdminWords();
  const [job, setJob] = useState<string>();
  const specs = calendarSpecs(words, language);
  const send = (data: FormData) => {
    const week = readFields(specs, data, city.locales);
    const reason = textOf(data, 'reason');
    // A unit without rows of its own keeps the city's; holidays and closures are changed elsewhere.
    const { weekend: _, hours: __, ...others } = override;
    const body =
      unit === '' ? { calendar: { ...calendar, ...week }, reason } : { unit, override: { ...others, ...week }, reason };
    const asked = call('put-calendar', { body: body as BodyOf<typeof putCalendar> });
    return below(unit === '' ? 'calendar' : 'override', asked);
  };
  return (
    <>
      {job && (
        <SaidDone key={job}>
          <p>{words.calendar.saved}</p>
          <JobProgress job={job} />
        </SaidDone>
      )}
      {unit !== '' && <p>{words.calendar.ofUnit}</p>}
      <Form send={send} done={(kept) => setJob(kept.job)} label={words.save} labels={words.faults}>
        <SpecFields specs={specs} value={unit === '' ? calendar : override} />
        <Field name="reason" label={words.calendar.reason} hint={words.calendar.reasonHint} />
      </Form>
      <Card title={words.calendar.closures}>
        <Closures closures={calendar.closures} />
        <p>
          <a href={`${base}/admin/holidays`}>{words.sections.holidays.title}</a>
        </p>
      </Card>
    </>
  );
}

function Closures({ closures }: { closures: Shown['calendar']['closures'] }) {
  const { language, city } = useConsole();
  const words = useAdminWords();
  const { date } = useSpeech();
  if (closures.length === 0) return <p class="hint">{words.calendar.noClosures}</p>;
  return (
    <ul>
      {closures.map(({ on, from, to, reason }) => (
        <li key={`${on}-${from}`}>
          {date(on)} {(from || to) && <Ltr>{`${from ?? ''}–${to ?? ''}`}</Ltr>} ·{' '}
          {say(reason, language, city.locales[0])}
        </li>
      ))}
    </ul>
  );
}
