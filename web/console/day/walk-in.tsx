import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { showSession } from '../../../contract/staff/session.ts';
import { newKey } from '../../api/new-key.ts';
import { Field, Select } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { topicChoices } from '../../kit/topic-choices.ts';
import { useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import type { WalkInGiven } from './walk-in-ticket.tsx';

type WalkInProps = {
  readonly session: ReplyOf<typeof showSession>['session'];
  readonly given: (given: WalkInGiven) => void;
};

/** A ticket on the spot, in one step. */
export function WalkIn({ session, given }: WalkInProps) {
  const { words, language, call, ask } = useConsole();
  const [key, setKey] = useState(newKey);
  const topics = useAnswer(() => ask('list-topics', { query: { official: session.official } }), [session.official]);
  const { day } = words.turns;
  const send = async (data: FormData) => {
    const [name, mobile, text] = ['name', 'mobile', 'text'].map((field) => optionalText(data, field));
    const answered = await call('give-walk-in', {
      params: { session: session.id },
      idempotencyKey: key,
      body: {
        topic: textOf(data, 'topic'),
        language,
        ...(name && { name }),
        ...(mobile && { mobile }),
        ...(text && { text }),
      },
    });
    // Sent again with another content, it is another ticket; where no answer came, it is still the same.
    if (answered.agreed || answered.problem.type !== 'unreachable') setKey(newKey());
    return answered;
  };
  return (
    <details class="no-print">
      <summary>{day.walkIn}</summary>
      <p class="hint">{day.walkInHint}</p>
      <Form send={send} done={given} label={day.ticket}>
        <Select
          name="topic"
          label={day.topic}
          choices={topics.answer?.agreed ? topicChoices(topics.answer.value.topics) : []}
        />
        <Field name="name" label={day.name} optional />
        <Field name="mobile" label={day.mobile} direction="ltr" inputMode="tel" size={18} optional />
        <Field name="text" label={day.text} optional />
      </Form>
    </details>
  );
}
