import { useState } from 'preact/hooks';
import { Choices, Tick } from '../../kit/choices.tsx';
import { Select, TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { SummaryList } from '../../kit/lists.tsx';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';

/** Accepts the wish to meet, and says where it stands in the queue: urgent for a reason, or of the class that was declared. */
export function AcceptForm() {
  const { words, city, call } = useConsole();
  const { request, again } = useCase();
  const [urgent, setUrgent] = useState(false);
  const declared = request.priority?.declared;
  const send = (data: FormData) => {
    const priority = { confirmed: textOf(data, 'confirmed') === 'yes', text: textOf(data, 'priority.text') };
    const body = {
      urgent: textOf(data, 'urgent') === 'yes',
      ...(urgent && { reason: textOf(data, 'reason') }),
      ...(declared && { priority }),
    };
    return call('accept-request', { params: { id: request.id }, body });
  };
  return (
    <Form send={send} done={again} label={words.decisions.accept}>
      {declared && <DeclaredPriority id={declared} />}
      <Tick name="urgent" label={words.forms.urgent} onChange={setUrgent} />
      {urgent && (
        <Select
          name="reason"
          label={words.turns.accept.urgentWhy}
          choices={city.jumpReasons.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Form>
  );
}

/** The class that the citizen named, what shows it, and whether it counts. */
function DeclaredPriority({ id }: { id: string }) {
  const { words, city } = useConsole();
  const { content } = useCase();
  const { accept } = words.turns;
  const known = city.priorityClasses.find((one) => one.id === id);
  return (
    <>
      <SummaryList
        rows={[
          { term: accept.declared(known?.name ?? id), value: `${accept.evidence}: ${known?.evidence ?? ''}` },
          { term: accept.shown, value: content.priority?.shown },
        ]}
      />
      <Choices
        name="confirmed"
        legend={accept.confirm}
        items={Object.entries(accept.confirms).map(([value, label]) => ({ value, label }))}
      />
      <TextArea name="priority.text" label={accept.why} most={4000} rows={2} />
    </>
  );
}
