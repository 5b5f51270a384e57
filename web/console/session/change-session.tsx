import { useState } from 'preact/hooks';
import type { BodyOf } from '../../../contract/operation.ts';
import type { previewSessionChange } from '../../../contract/staff/session-change.ts';
import { Field, Select } from '../../kit/field.tsx';
import { optionalText } from '../../kit/form.tsx';
import { useAnswer } from '../../kit/use-answer.tsx';
import { clockTime } from '../clock-time.ts';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { AffectedTable } from './affected-table.tsx';
import { MODES } from './modes.ts';
import { PreviewedAct } from './previewed-act.tsx';
import type { Session } from './shown-session.ts';

type Wish = BodyOf<typeof previewSessionChange>;

/** Another day, hour, place or way; who is affected is seen first. */
export function ChangeSession({ session, again }: { session: Session; again: () => void }) {
  const { words, call } = useConsole();
  const [said, say] = useState('');
  const { change } = words.turns;
  const params = { session: session.id };
  return (
    <details>
      <summary>{change.change}</summary>
      <p class="act-said" role="status">
        {said}
      </p>
      <PreviewedAct
        fields={<Fields unit={session.unit} />}
        preview={async (data) => {
          const wish = wishIn(data);
          const answered = await call('preview-session-change', { params, body: wish });
          return answered.agreed ? { agreed: true, value: { wish, seen: answered.value } } : answered;
        }}
        shown={({ affected }) => <AffectedTable affected={affected} />}
        act={(wish, { preview }) => call('change-session', { params, body: { ...wish, preview } })}
        done={() => {
          say(change.done);
          again();
        }}
        labels={{ preview: change.preview, act: change.apply, back: change.back }}
      />
    </details>
  );
}

function Fields({ unit }: { unit: string }) {
  const { words, call } = useConsole();
  const venues = useAnswer(() => call('list-venues'), [call]);
  const { sessions, turns } = words;
  const none = turns.change.keep;
  return (
    <>
      <OfficeDaySelect name="on" label={sessions.on} unit={unit} none={none} optional />
      <Field name="from" label={sessions.from} direction="ltr" size={6} optional />
      <Select
        name="venue"
        label={sessions.venue}
        none={none}
        choices={
          venues.answer?.agreed ? venues.answer.value.venues.map(({ id, name }) => ({ value: id, label: name })) : []
        }
        optional
      />
      <Select
        name="mode"
        label={sessions.mode}
        none={none}
        choices={MODES.map((value) => ({ value, label: words.kit.modes[value] }))}
        optional
      />
    </>
  );
}

const wishIn = (data: FormData): Wish => {
  const [on, from, venue, way] = ['on', 'from', 'venue', 'mode'].map((name) => optionalText(data, name));
  const mode = MODES.find((one) => one === way);
  return { ...(on && { on }), ...(from && { from: clockTime(from) }), ...(venue && { venue }), ...(mode && { mode }) };
};
