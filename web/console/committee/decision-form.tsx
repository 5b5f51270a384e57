import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { decideMatter } from '../../../contract/staff/committee.ts';
import { Choices } from '../../kit/choices.tsx';
import { Field, TextArea } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { OfficialSelect } from '../official-select.tsx';
import { UnitField } from '../order/unit-field.tsx';
import type { MatterProps } from './matter-props.ts';

type Decision = z.input<typeof decideMatter.body>;
const KINDS = ['order', 'renew', 'return', 'meet', 'settle', 'bar'] as const satisfies readonly Decision['kind'][];

/** What the committee decides about one matter. */
export function DecisionForm({ committee, matter, again }: MatterProps) {
  const { words, call } = useConsole();
  const { committee: say } = words.after;
  const [kind, setKind] = useState<Decision['kind']>('renew');
  const send = (data: FormData) =>
    call('decide-matter', { params: { committee: committee.id, number: matter.number }, body: decisionOf(kind, data) });
  return (
    <Form send={send} done={again} label={words.forms.record}>
      <Choices
        name="kind"
        legend={say.kind}
        value={kind}
        items={KINDS.map((value) => ({ value, label: say.kinds[value] }))}
        onChoose={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? 'renew')}
        beside
      />
      <div key={kind}>
        <TextArea name="text" label={say.texts[kind]} most={4000} rows={3} />
        {kind === 'order' && <UnitField name="unit" label={words.forms.orderUnit} value={matter.unit} />}
        {(kind === 'order' || kind === 'renew') && (
          <OfficeDaySelect
            name="dueOn"
            label={words.forms.dueOn}
            unit={matter.unit}
            {...(kind === 'order' && { none: words.forms.dueByPolicy, optional: true })}
          />
        )}
        {kind === 'meet' && <OfficialSelect unitLabel={words.forms.toUnit} officialLabel={words.forms.toOfficial} />}
        {kind === 'settle' && <Field name="letterNumber" label={words.forms.letterNumber} />}
      </div>
    </Form>
  );
}

const decisionOf = (kind: Decision['kind'], data: FormData): Decision => {
  const text = textOf(data, 'text');
  const dueOn = optionalText(data, 'dueOn');
  switch (kind) {
    case 'order':
      return { kind, text, unit: textOf(data, 'unit'), ...(dueOn && { dueOn }) };
    case 'renew':
      return { kind, text, dueOn: dueOn ?? '' };
    case 'meet':
      return { kind, text, official: textOf(data, 'official') };
    case 'settle':
      return { kind, text, letterNumber: textOf(data, 'letterNumber') };
    default:
      return { kind, text };
  }
};
