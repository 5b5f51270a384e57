import { useState } from 'preact/hooks';
import { Select, TextArea } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { CorrectionFields, correctionOf } from './correction-fields.tsx';
import { useCase } from './open-case.ts';

/** A recorded fact put right, one at a time, with the reason. */
export function CorrectionForm() {
  const { words, call } = useConsole();
  const { correction: say } = words.after;
  const { request, again } = useCase();
  const [field, setField] = useState('');
  const hasMet = request.decisions.includes('add-order') || request.orders.length > 0;
  const fields = Object.entries(say.fields).filter(([name]) => {
    if (name === 'order') return request.orders.length > 0;
    return name !== 'outcome' || hasMet;
  });
  return (
    <Form
      send={(data) => call('correct-request', { params: { id: request.id }, body: correctionOf(field, data) })}
      done={again}
      label={say.title}
    >
      <p class="hint">{say.hint}</p>
      <Select
        name="field"
        label={say.field}
        choices={fields.map(([value, label]) => ({ value, label }))}
        onChoose={setField}
      />
      {field && <CorrectionFields key={field} field={field} />}
      <TextArea name="reason" label={say.reason} most={1000} rows={2} />
    </Form>
  );
}
