import '../turns.css';
import { useState } from 'preact/hooks';
import type { BodyOf, ReplyOf } from '../../../contract/operation.ts';
import type { listAbsences, previewAbsence } from '../../../contract/staff/absence.ts';
import { Choices } from '../../kit/choices.tsx';
import { Select } from '../../kit/field.tsx';
import { optionalText, textOf } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Empty } from '../../kit/states.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { OfficialSelect } from '../official-select.tsx';
import { AffectedTable } from '../session/affected-table.tsx';
import { PreviewedAct } from '../session/previewed-act.tsx';
import { PostPage } from './post-page.tsx';

type Wish = BodyOf<typeof previewAbsence>;
type Previewed = ReplyOf<typeof previewAbsence>;
type Known = ReplyOf<typeof listAbsences>['absences'];

const KINDS = ['leave', 'mission', 'illness', 'vacancy', 'other'] as const;

/** An official is away and somebody stands in: who would be received by whom is seen before it is recorded. */
export function AbsencesPage({ unit, official }: { unit: string; official: string }) {
  const { words, call } = useConsole();
  const [said, say] = useState('');
  const { absences, change } = words.turns;
  const params = { official };
  const known = useAnswer(() => call('list-absences', { params }), [official]);
  return (
    <PostPage unit={unit} official={official} part="absences">
      <p class="lead">{absences.lead}</p>
      <p class="act-said" role="status">
        {said}
      </p>
      <Loaded from={known}>{(listed) => <KnownAbsences absences={listed.absences} />}</Loaded>
      <Card title={absences.record}>
        <PreviewedAct
          fields={<Fields unit={unit} />}
          preview={async (data) => {
            const wish = wishIn(data);
            const answered = await call('preview-absence', { params, body: wish });
            return answered.agreed ? { agreed: true, value: { wish, seen: answered.value } } : answered;
          }}
          shown={(seen) => <Seen seen={seen} />}
          act={(wish, { preview }) => call('record-absence', { params, body: { ...wish, preview } })}
          done={() => {
            say(absences.done);
            known.again();
          }}
          labels={{ preview: absences.preview, act: absences.record, back: change.back }}
        />
      </Card>
    </PostPage>
  );
}

function Fields({ unit }: { unit: string }) {
  const { words } = useConsole();
  const [who, setWho] = useState('usual');
  const { absences } = words.turns;
  return (
    <>
      <OfficeDaySelect name="from" label={absences.from} unit={unit} />
      <OfficeDaySelect name="to" label={absences.to} unit={unit} />
      <Select
        name="kind"
        label={absences.kind}
        choices={KINDS.map((value) => ({ value, label: absences.kinds[value] }))}
      />
      <Choices
        name="standIn"
        legend={absences.standIn}
        value="usual"
        items={Object.entries(absences.standIns).map(([value, label]) => ({ value, label }))}
        onChoose={setWho}
      />
      {who === 'other' && <OfficialSelect unitLabel={words.register.unit} officialLabel={words.register.official} />}
    </>
  );
}

const wishIn = (data: FormData): Wish => {
  const standIn = optionalText(data, 'official');
  return {
    ...{ from: textOf(data, 'from'), to: textOf(data, 'to') },
    kind: KINDS.find((kind) => kind === textOf(data, 'kind')) ?? 'other',
    ...(standIn && { standIn }),
  };
};

/** The sessions that the stand-in would hold, and those who would be told. */
function Seen({ seen: { standInSays, sessions, affected } }: { seen: Previewed }) {
  const { words, base } = useConsole();
  const { absences } = words.turns;
  return (
    <>
      <h2>{absences.previewTitle(standInSays)}</h2>
      <h3>{absences.sessions}</h3>
      {sessions.length === 0 && <p>{absences.noSessions}</p>}
      <ul class="rows">
        {sessions.map(({ session, says, busy }) => (
          <li key={session}>
            <a href={`${base}/sessions/${session}`}>{says}</a> {busy && <Tag kind="danger">{absences.busy}</Tag>}
          </li>
        ))}
      </ul>
      <AffectedTable affected={affected} />
    </>
  );
}

/** What is recorded and not over. */
function KnownAbsences({ absences: known }: { absences: Known }) {
  const { words } = useConsole();
  const { date } = useSpeech();
  const { absences } = words.turns;
  if (known.length === 0) return <Empty>{absences.none}</Empty>;
  return (
    <>
      <h2>{absences.known}</h2>
      <ul class="rows lines">
        {known.map(({ from, to, kind, standInSays }) => (
          <li key={from}>
            {from === to ? date(from) : absences.span(date(from), date(to))}{' '}
            <span class="hint">
              {absences.kinds[kind]} · {absences.previewTitle(standInSays)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
