import { Select, TextArea } from '../../kit/field.tsx';
import { Form, textOf, wrongField } from '../../kit/form.tsx';
import { topicChoices } from '../../kit/topic-choices.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { usePortal } from '../portal.ts';
import type { StepProps } from './step-props.ts';

/** As the API takes it. */
const FEWEST_CHARACTERS = 10;

/** Topic, what happened, what is wanted. */
export function WhatStep({ draft, keep, save }: StepProps) {
  const { words, call } = usePortal();
  const { official, topic, text, wanted } = draft.answers;
  const topics = useAnswer(() => call('list-topics', { query: { official } }), [official]);
  const check = async (data: FormData) =>
    textOf(data, 'text').length < FEWEST_CHARACTERS
      ? wrongField('text', words.kit.tooShort)
      : { agreed: true as const, value: data };
  return (
    <Loaded from={topics}>
      {(listed) => (
        <Form send={check} done={save} keep={keep} label={words.ask.next}>
          <Select name="topic" label={words.ask.topic} value={topic} choices={topicChoices(listed.topics)} />
          <TextArea name="text" label={words.ask.text} hint={words.ask.textHint} value={text} most={5000} rows={8} />
          <TextArea name="wanted" label={words.ask.wanted} value={wanted} most={1000} rows={3} optional />
        </Form>
      )}
    </Loaded>
  );
}
