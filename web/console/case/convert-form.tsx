import { Select, TextArea } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { navigate } from '../../kit/router.ts';
import { topicChoices } from '../../kit/topic-choices.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { OfficialSelect } from '../official-select.tsx';
import { useCase } from './open-case.ts';

/** A complaint that needs an official becomes a request to meet; the new case opens. */
export function ConvertForm() {
  const { words, base, call, ask } = useConsole();
  const { convert: say } = words.after;
  const { request } = useCase();
  const topics = useAnswer(() => ask('list-topics', {}), [ask]);
  const send = (data: FormData) => {
    const topic = optionalText(data, 'topic');
    return call('convert-request', {
      params: { id: request.id },
      body: { official: textOf(data, 'official'), ...(topic && { topic }), reason: textOf(data, 'reason') },
    });
  };
  return (
    <Loaded from={topics}>
      {(listed) => (
        <Form send={send} done={({ meeting }) => navigate(`${base}/cases/${meeting.id}`)} label={say.title}>
          <p class="hint">{say.hint}</p>
          <OfficialSelect unitLabel={say.unit} officialLabel={say.official} />
          <Select name="topic" label={say.topic} none={say.sameTopic} choices={topicChoices(listed.topics)} optional />
          <TextArea name="reason" label={say.reason} most={1000} rows={2} />
        </Form>
      )}
    </Loaded>
  );
}
