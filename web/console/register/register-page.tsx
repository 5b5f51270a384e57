import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { registerRequest } from '../../../contract/staff/registration.ts';
import { newKey } from '../../api/new-key.ts';
import { LinkButton } from '../../kit/button.tsx';
import { Field, Select, TextArea } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { PageTitle } from '../../kit/layout.tsx';
import { Notice } from '../../kit/notice.tsx';
import { topicChoices } from '../../kit/topic-choices.ts';
import { useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { OfficialSelect } from '../official-select.tsx';
import { ApplicantFields } from './applicant-fields.tsx';
import { registrationOf } from './registration-of.ts';
import { Slip } from './slip.tsx';

/** By which way somebody comes to the console: the other channels register by themselves. */
const CHANNELS = ['counter', 'phone', 'email'];

/** A request written down for a citizen; it ends in the printed slip. */
export function RegisterPage() {
  const { words, call } = useConsole();
  const [key, setKey] = useState(newKey);
  const [registered, setRegistered] = useState<ReplyOf<typeof registerRequest>>();
  if (registered) return <Registered registered={registered} />;
  const send = (data: FormData) => {
    // Sent again with another content, it is another request.
    setKey(newKey());
    return call('register-request', { idempotencyKey: key, body: registrationOf(data) });
  };
  return (
    <>
      <PageTitle title={words.register.title} />
      <Form send={send} done={setRegistered} label={words.register.submit}>
        <Fields />
      </Form>
    </>
  );
}

function Fields() {
  const { words, city, ask } = useConsole();
  const [official, setOfficial] = useState<string>();
  const topics = useAnswer(() => ask('list-topics', { query: { official } }), [official]);
  return (
    <>
      <Select
        name="channel"
        label={words.register.channel}
        value="counter"
        choices={city.channels
          .filter(({ id }) => CHANNELS.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <OfficialSelect unitLabel={words.register.unit} officialLabel={words.register.official} onChoose={setOfficial} />
      <Select
        name="topic"
        label={words.register.topic}
        choices={topics.answer?.agreed ? topicChoices(topics.answer.value.topics) : []}
      />
      <TextArea name="text" label={words.register.text} most={4000} rows={5} />
      <TextArea name="wanted" label={words.register.wanted} most={1000} rows={2} optional />
      <ApplicantFields />
      <Field
        name="applicant.contacts.0.value"
        label={words.register.mobile}
        direction="ltr"
        inputMode="tel"
        size={18}
        optional
      />
    </>
  );
}

function Registered({ registered: { request, link, warning } }: { registered: ReplyOf<typeof registerRequest> }) {
  const { words, base } = useConsole();
  return (
    <>
      <PageTitle title={words.slip.title} />
      {warning && (
        <Notice kind="warning" alert>
          <p>{words.register.warning}</p>
        </Notice>
      )}
      {link ? (
        <Slip request={request} link={link} />
      ) : (
        <Notice>
          <p>{words.slip.repeated}</p>
          <LinkButton href={`${base}/cases/${request.id}`}>{words.slip.open}</LinkButton>
        </Notice>
      )}
    </>
  );
}
