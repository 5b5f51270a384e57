import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../contract/operation.ts';
import type { previewHolidays } from '../../../../contract/staff/holidays.ts';
import type { CalendarSystem } from '../../../../domain/city.ts';
import type { HolidayRow } from '../../../../domain/holidays.ts';
import type { Answered } from '../../../api/client.ts';
import { Field, TextArea } from '../../../kit/field.tsx';
import { Form, textOf } from '../../../kit/form.tsx';
import { Card } from '../../../kit/lists.tsx';
import { useSpeech } from '../../../kit/speech.ts';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { dayText } from '../fields/day-text.ts';
import { JobProgress } from '../job-progress.tsx';
import { SaidDone } from '../said-done.tsx';
import { linesOf, rowsOf } from './holiday-lines.ts';

type Holiday = {
  readonly on: string;
  readonly name: Readonly<Record<string, string>>;
  readonly provisional?: boolean | undefined;
};
type Preview = { readonly rows: HolidayRow[]; readonly reply: ReplyOf<typeof previewHolidays> };

type HolidaysEditorProps = {
  readonly year: number;
  readonly system: CalendarSystem;
  readonly holidays: readonly Holiday[];
  readonly changed: () => void;
};

const MOST = 20_000;

/** The list of a year as lines: changed by hand or pasted whole, looked at before it counts, then taken over. */
export function HolidaysEditor({ year, system, holidays, changed }: HolidaysEditorProps) {
  const { call, city, language } = useConsole();
  const { holidays: words } = useAdminWords();
  const { number } = useSpeech();
  const [preview, setPreview] = useState<Preview>();
  const [job, setJob] = useState<string>();
  const look = async (data: FormData) => {
    const rows = rowsOf(textOf(data, 'rows'), city.locales);
    const seen = await call('preview-holidays', { body: { year, system, rows } });
    const answered: Answered<Preview> = seen.agreed ? { agreed: true, value: { rows, reply: seen.value } } : seen;
    return namingLines(answered, (line) => words.line(number(line)));
  };
  const take = (rows: HolidayRow[]) => (data: FormData) =>
    call('import-holidays', { body: { year, system, rows, reason: textOf(data, 'reason') } });
  const taken = (reply: { job: string }) => {
    setPreview(undefined);
    setJob(reply.job);
    changed();
  };
  return (
    <Card title={words.edit(number(year))}>
      {job && (
        <SaidDone key={job}>
          <p>{words.saved}</p>
          <JobProgress job={job} />
        </SaidDone>
      )}
      <Form send={look} done={setPreview} keep={() => setPreview(undefined)} label={words.preview} kind="quiet">
        <TextArea
          name="rows"
          label={words.lines}
          hint={words.linesHint}
          most={MOST}
          rows={12}
          value={linesOf(holidays, city.locales, (on) => dayText(on, system, language))}
        />
      </Form>
      {preview && (
        <>
          <PreviewSaid reply={preview.reply} />
          <Form send={take(preview.rows)} done={taken} label={words.take}>
            <Field name="reason" label={words.reason} hint={words.reasonHint} />
          </Form>
        </>
      )}
    </Card>
  );
}

function PreviewSaid({ reply: { added, removed, moves, lookedAt, isAll } }: { reply: Preview['reply'] }) {
  const { holidays: words } = useAdminWords();
  const { date, number } = useSpeech();
  return (
    <SaidDone>
      {added.length + removed.length === 0 && <p>{words.sameDays}</p>}
      {added.length > 0 && (
        <p>
          {words.added}: {added.map(date).join(' · ')}
        </p>
      )}
      {removed.length > 0 && (
        <p>
          {words.removed}: {removed.map(date).join(' · ')}
        </p>
      )}
      <p>
        {words.moves(number(moves), number(lookedAt))} {!isAll && words.notAll}
      </p>
    </SaidDone>
  );
}

/** What is wrong with single lines stands beside the field that holds them all, each with the number of its line. */
const namingLines = <Value,>(answered: Answered<Value>, line: (number: number) => string): Answered<Value> => {
  if (answered.agreed || !answered.problem.fields) return answered;
  const said = answered.problem.fields.map(({ path, message }) => {
    const [, index] = /^rows\.(\d+)/.exec(path) ?? [];
    return index === undefined ? message : `${line(Number(index) + 1)}: ${message}`;
  });
  const fields = [{ path: 'rows', problem: 'wrong-format', message: said.join(' ') }];
  return { agreed: false, problem: { ...answered.problem, fields } };
};
