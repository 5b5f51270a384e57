import type { submitRequest } from '../../../contract/citizen/submission.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { Answered } from '../../api/client.ts';
import { applicantKind } from '../../kit/applicant-kind.ts';
import { Form } from '../../kit/form.tsx';
import { Card, Ltr, SummaryList } from '../../kit/lists.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { type Portal, usePortal } from '../portal.ts';
import { ContactStep } from './contact-step.tsx';
import type { Draft } from './draft.ts';

type Submitted = ReplyOf<typeof submitRequest>;

/** Everything once more, each line with a way back to it; then the request is sent. */
export function CheckStep({ draft, finish }: { draft: Draft; finish: (submitted: Submitted) => void }) {
  const portal = usePortal();
  const { words, base, session } = portal;
  const { answers } = draft;
  const { city } = portal;
  const identityLabel =
    city.idKinds.find(({ id }) => id === answers['applicant.identity.kind'])?.label ?? words.ask.identity;
  const names = useAnswer(() => namesOf(answers, portal), [draft.key]);
  if (!session?.contact) return <ContactStep done={() => undefined} />;

  const row = (term: string, value: string | undefined, step: string, isCode = false) => ({
    term,
    value: isCode ? <Ltr>{value}</Ltr> : value,
    change: (
      <a href={`${base}/ask/${step}`} aria-label={`${words.ask.change}: ${term}`}>
        {words.ask.change}
      </a>
    ),
  });
  return (
    <Loaded from={names}>
      {({ official, topic }) => (
        <Form
          send={() => submit(draft, portal)}
          done={finish}
          label={words.ask.submit}
          labels={{
            ...{ official: words.ask.official, topic: words.ask.topic, text: words.ask.text, wanted: words.ask.wanted },
            ...{ 'applicant.name': words.ask.name, 'applicant.identity.value': identityLabel },
            ...{ contact: words.proof.contact, 'contact.value': words.proof.contact },
          }}
        >
          <p class="lead">{words.ask.checkLead}</p>
          <Card>
            <SummaryList
              rows={[
                row(words.ask.official, official, 'whom'),
                row(words.ask.topic, topic, 'what'),
                row(words.ask.text, answers.text, 'what'),
                row(words.ask.wanted, answers.wanted, 'what'),
                row(words.ask.name, answers['applicant.name'], 'you'),
                row(identityLabel, answers['applicant.identity.value'], 'you', true),
                row(words.ask.needs, answers['applicant.needs'], 'you'),
                row(words.proof.contact, session.contact?.value, 'contact', true),
              ]}
            />
          </Card>
          <p class="hint">{words.ask.consent}</p>
        </Form>
      )}
    </Loaded>
  );
}

/** The draft knows ids; people read names. */
const namesOf = async (
  answers: Draft['answers'],
  { call }: Portal,
): Promise<Answered<{ official: string; topic: string }>> => {
  const [officials, topics] = await Promise.all([
    call('list-officials', { params: { unit: answers.unit ?? '' } }),
    call('list-topics', {}),
  ]);
  if (!officials.agreed) return officials;
  if (!topics.agreed) return topics;
  return {
    agreed: true,
    value: {
      official: officials.value.officials.find(({ id }) => id === answers.official)?.title ?? '',
      topic: topics.value.topics.find(({ id }) => id === answers.topic)?.name ?? '',
    },
  };
};

const submit = ({ key, answers }: Draft, { call, language, session }: Portal): Promise<Answered<Submitted>> =>
  call('submit-request', {
    idempotencyKey: key,
    body: {
      official: answers.official ?? '',
      topic: answers.topic ?? '',
      text: answers.text ?? '',
      ...(answers.wanted && { wanted: answers.wanted }),
      applicant: {
        kind: applicantKind(answers['applicant.kind']),
        name: answers['applicant.name'] ?? '',
        identity: { kind: answers['applicant.identity.kind'] ?? '', value: answers['applicant.identity.value'] ?? '' },
        language,
        ...(answers['applicant.needs'] && { needs: [answers['applicant.needs']] }),
      },
      contact: session?.contact ?? { kind: 'mobile', value: '' },
    },
  });
