import { useState } from 'preact/hooks';
import { Choices } from '../../kit/choices.tsx';
import { Select } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { type ActName, actsNow, CitizenActFields, citizenActOf } from './citizen-act-fields.tsx';
import { useCase } from './open-case.ts';

/** What the citizen said at the counter, by phone or in a letter, recorded in their name. */
export function CitizenActForm() {
  const { words, call } = useConsole();
  const { act: say } = words.after;
  const { request, again } = useCase();
  const names = actsNow(request);
  const [act, setAct] = useState<ActName>();
  return (
    <Form
      send={(data) =>
        call('record-citizen-act', { params: { id: request.id }, body: citizenActOf(act ?? 'ask', data) })
      }
      done={again}
      label={words.forms.record}
    >
      <p class="hint">{say.hint}</p>
      <Choices
        name="means"
        legend={say.means}
        value="counter"
        items={Object.entries(say.meansOf).map(([value, label]) => ({ value, label }))}
        beside
      />
      <Select
        name="act"
        label={say.act}
        choices={names.map((name) => ({ value: name, label: say.acts[name] }))}
        onChoose={(chosen) => setAct(names.find((name) => name === chosen))}
      />
      {act && <CitizenActFields key={act} act={act} />}
    </Form>
  );
}
