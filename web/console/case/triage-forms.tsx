import { Select, TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { OfficialSelect } from '../official-select.tsx';
import { useCase } from './open-case.ts';

const MOST = 4000;

export function AskForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const send = (data: FormData) =>
    call('ask-citizen', { params: { id: request.id }, body: { text: textOf(data, 'text') } });
  return (
    <Form send={send} done={again} label={words.decisions.ask}>
      <TextArea name="text" label={words.forms.question} most={MOST} />
    </Form>
  );
}

export function AnswerForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const send = (data: FormData) =>
    call('answer-request', { params: { id: request.id }, body: { text: textOf(data, 'text') } });
  return (
    <Form send={send} done={again} label={words.decisions['answer-in-writing']}>
      <TextArea name="text" label={words.forms.answer} most={MOST} rows={6} />
    </Form>
  );
}

export function DeclineForm() {
  const { words, city, call } = useConsole();
  const { request, again } = useCase();
  const send = (data: FormData) =>
    call('decline-request', {
      params: { id: request.id },
      body: { reasonCode: textOf(data, 'reasonCode'), text: textOf(data, 'text') },
    });
  return (
    <Form send={send} done={again} label={words.decisions.decline} kind="danger">
      <Select
        name="reasonCode"
        label={words.forms.reasonCode}
        choices={city.declineReasons.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea name="text" label={words.forms.reason} most={MOST} />
    </Form>
  );
}

export function ReferForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const send = (data: FormData) =>
    call('refer-request', {
      params: { id: request.id },
      body: { official: textOf(data, 'official'), text: textOf(data, 'text') },
    });
  return (
    <Form send={send} done={again} label={words.decisions.refer}>
      <OfficialSelect unitLabel={words.forms.toUnit} officialLabel={words.forms.toOfficial} but={request.unit} />
      <TextArea name="text" label={words.forms.reason} most={MOST} />
    </Form>
  );
}

export function ReferOutForm() {
  const { words, call, ask } = useConsole();
  const { request, again } = useCase();
  const units = useAnswer(() => ask('list-units'), [ask]);
  const send = (data: FormData) =>
    call('refer-out', {
      params: { id: request.id },
      body: { unit: textOf(data, 'unit'), text: textOf(data, 'text') },
    });
  return (
    <Loaded from={units}>
      {(listed) => (
        <Form send={send} done={again} label={words.decisions['refer-out']} kind="danger">
          <Select
            name="unit"
            label={words.forms.toUnit}
            choices={listed.units
              .filter(({ kind }) => kind === 'external')
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea name="text" label={words.forms.reason} most={MOST} />
        </Form>
      )}
    </Loaded>
  );
}
