import { useState } from 'preact/hooks';
import { plusDays } from '../../../../domain/time.ts';
import type { Answered } from '../../../api/client.ts';
import { Choices } from '../../../kit/choices.tsx';
import { Form, textOf } from '../../../kit/form.tsx';
import { Loaded, useAnswer } from '../../../kit/use-answer.tsx';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { DayField } from '../fields/day-field.tsx';
import { readFields } from '../fields/read-fields.ts';
import type { Kind } from './entries.ts';

type EndFormProps = { readonly kind: Kind; readonly id: string; readonly ended: () => void };

/** Lets an entry end, at once or with a day; nothing is ever erased. An ended account can no longer sign in. */
export function EndForm({ kind, id, ended }: EndFormProps) {
  const { call } = useConsole();
  const { end } = useAdminWords();
  const [when, choose] = useState('now');
  const days = useAnswer(() => call('list-office-days'), [call]);
  const send = (today: string) => async (data: FormData) => {
    const said = readFields([{ path: 'endsOn', label: end.endsOn, as: 'day' }], data, []);
    // The last day on which it holds: one that is over ends it at once.
    const endsOn = textOf(data, 'when') === 'now' ? plusDays(today, -1) : String(said.endsOn ?? '');
    return namingDependents(await call('end-entry', { params: { kind, id }, body: { endsOn } }));
  };
  return (
    <details class="group">
      <summary>{end.title[kind]}</summary>
      <p class="hint">{kind === 'users' ? end.userHint : end.hint}</p>
      <Loaded from={days}>
        {({ today }) => (
          <Form send={send(today)} done={ended} label={end.title[kind]} kind="danger">
            <Choices
              name="when"
              legend={end.when}
              value="now"
              onChoose={choose}
              items={[
                { value: 'now', label: end.now },
                { value: 'day', label: end.onDay },
              ]}
            />
            {when === 'day' && <DayField name="endsOn" label={end.endsOn} value={today} />}
          </Form>
        )}
      </Loaded>
    </details>
  );
}

/** Where others depend on the entry, the refusal says which. */
const namingDependents = <Value,>(answered: Answered<Value>): Answered<Value> => {
  const by = answered.agreed ? undefined : answered.problem.facts?.by;
  if (answered.agreed || !Array.isArray(by)) return answered;
  return { agreed: false, problem: { ...answered.problem, detail: by.map((id) => `\u2068${id}\u2069`).join(' · ') } };
};
