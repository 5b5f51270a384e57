import { TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';

/** A note for colleagues, kept in the timeline. */
export function NoteForm() {
  const { words, call } = useConsole();
  const { request, again } = useCase();
  const { note } = words.after;
  const send = (data: FormData) =>
    call('add-note', { params: { id: request.id }, body: { text: textOf(data, 'text') } });
  return (
    <Form send={send} done={again} label={note.title}>
      <TextArea name="text" label={note.text} hint={note.hint} most={4000} rows={3} />
    </Form>
  );
}
