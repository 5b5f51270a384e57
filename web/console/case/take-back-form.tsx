import { TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';

/** Undo: the case goes back to where it stood before its last step. */
export function TakeBackForm() {
  const { words, call } = useConsole();
  const { correction } = words.after;
  const { request, again } = useCase();
  const send = (data: FormData) =>
    call('correct-request', {
      params: { id: request.id },
      body: { field: 'status', reason: textOf(data, 'reason') },
    });
  return (
    <Form send={send} done={again} label={correction.takeBack} kind="quiet">
      <p class="hint">{correction.takeBackHint}</p>
      <TextArea name="reason" label={correction.reason} most={1000} rows={2} />
    </Form>
  );
}
