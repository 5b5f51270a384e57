import { Choices } from '../../kit/choices.tsx';
import { TextArea } from '../../kit/field.tsx';
import { Form, textOf, wrongField } from '../../kit/form.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';

/** Weeks later: is it truly done? "No" opens the matter again one rank up. */
export function AfterClosing() {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const params = { id: request.id };
  const isSettled = request.reason === 'resolved' || request.reason === 'settled-silently';
  if (!isSettled || request.stillDone) return null;
  const say = async (data: FormData) => {
    const text = textOf(data, 'text');
    if (textOf(data, 'done') === 'yes') return call('say-still-done', { params, body: { done: true } });
    if (text.length < 5) return wrongField('text', words.kit.tooShort);
    return call('say-still-done', { params, body: { done: false, text } });
  };
  return (
    <details>
      <summary>{words.case.stillDone}</summary>
      <Form send={say} done={again} label={words.case.send}>
        <Choices
          name="done"
          legend={words.case.stillDoneAsk}
          items={[
            { value: 'yes', label: words.case.stillDoneYes },
            { value: 'no', label: words.case.stillDoneNo },
          ]}
        />
        <TextArea name="text" label={words.case.stillDoneText} most={5000} optional />
      </Form>
    </details>
  );
}
