import type { submitRequest } from '../../../contract/citizen/submission.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { Answered } from '../../api/client.ts';
import { both } from '../../kit/both.ts';
import { Form } from '../../kit/form.tsx';
import { Card, Ltr, SummaryList } from '../../kit/lists.tsx';
import { Said } from '../../kit/said.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { type Portal, usePortal } from '../portal.ts';
import { ContactStep } from './contact-step.tsx';
import { type Draft, documentsIn } from './draft.ts';
import { GROUNDS } from './speaker.tsx';
import { companionsIn, modeIn, submissionOf } from './submission-of.ts';

type Submitted = ReplyOf<typeof submitRequest>;

/** Everything once more, each line with a way back to it; then the request is sent. */
export function CheckStep({ draft, finish }: { draft: Draft; finish: (submitted: Submitted) => void }) {
  const portal = usePortal();
  const { words, session, call, language, base } = portal;
  const names = useAnswer(() => namesOf(draft.answers, portal), [draft.key]);
  if (!session?.contact) return <ContactStep done={() => undefined} />;
  const { contact } = session;
  const send = () =>
    call('submit-request', { idempotencyKey: draft.key, body: submissionOf(draft, contact, language) });
  return (
    <Loaded from={names}>
      {({ official, topic }) => (
        <Form send={send} done={finish} label={words.ask.submit} labels={labelsOf(draft, portal)}>
          <p class="lead">{words.ask.checkLead}</p>
          <Card>
            <Answers {...{ draft, official, topic, contact: contact.value }} />
          </Card>
          <p class="hint">
            {words.ask.consent} <a href={`${base}/privacy`}>{words.foot.privacy}</a>
          </p>
        </Form>
      )}
    </Loaded>
  );
}

type AnswersProps = {
  readonly draft: Draft;
  readonly official: string;
  readonly topic: string;
  readonly contact: string;
};

function Answers({ draft, official, topic, contact }: AnswersProps) {
  const portal = usePortal();
  const { words, base, city } = portal;
  const { answers } = draft;
  const labels = labelsOf(draft, portal);
  const ground = GROUNDS.find((one) => one === answers['representative.ground']);
  const isSpokenFor = answers.speaker === 'representative' && ground;
  const row = (term: string, value: preact.ComponentChildren, step: string) => ({
    term,
    value,
    change: (
      <a href={`${base}/ask/${step}`} aria-label={`${words.ask.change}: ${term}`}>
        {words.ask.change}
      </a>
    ),
  });
  const mode = modeIn(draft);
  const said = (text: string | undefined) => text && <Said text={text} />;
  return (
    <SummaryList
      rows={[
        row(labels.official, official, 'whom'),
        row(labels.topic, topic, 'what'),
        row(labels.text, said(answers.text), 'what'),
        row(labels.wanted, said(answers.wanted), 'what'),
        row(labels['contact.value'], <Ltr>{contact}</Ltr>, 'contact'),
        row(labels['applicant.name'], answers['applicant.name'], 'you'),
        row(labels['applicant.identity.value'], <Ltr>{answers['applicant.identity.value']}</Ltr>, 'you'),
        row(
          words.ask.representative,
          isSpokenFor && `${answers['representative.name']} · ${words.ask.grounds[ground]}`,
          'you',
        ),
        row(words.ask.priority, city.priorityClasses.find(({ id }) => id === answers['priority.class'])?.name, 'you'),
        row(
          words.case.documents,
          documentsIn(draft).length > 0 &&
            documentsIn(draft).map(({ document }) => (
              <div key={document.id}>
                <bdi>{document.name}</bdi>
              </div>
            )),
          'you',
        ),
        row(words.ask.mode, mode && words.kit.modes[mode], 'you'),
        row(words.ask.needs, answers['applicant.needs'], 'you'),
        row(words.ask.companions, said(companionsIn(draft).join('\n')), 'you'),
      ]}
    />
  );
}

/** What the answers are called here, by the paths by which the API refuses them. */
const labelsOf = ({ answers }: Draft, { words, city }: Portal) => {
  const identity =
    city.idKinds.find(({ id }) => id === answers['applicant.identity.kind'])?.label ?? words.ask.identity;
  return {
    ...{ official: words.ask.official, topic: words.ask.topic, text: words.ask.text, wanted: words.ask.wanted },
    ...{ 'applicant.name': words.ask.name, 'applicant.identity.value': identity, 'applicant.needs': words.ask.needs },
    ...{ 'representative.name': words.ask.representative, 'representative.document': words.ask.groundPaper },
    ...{ 'priority.class': words.ask.priority, 'priority.document': words.ask.priorityPaper },
    ...{ companions: words.ask.companions, documents: words.ask.papers },
    ...{ contact: words.proof.contact, 'contact.value': words.proof.contact },
  };
};

/** The draft knows ids; people read names. */
const namesOf = async (
  answers: Draft['answers'],
  { call }: Portal,
): Promise<Answered<{ official: string; topic: string }>> => {
  const asked = await both(call('list-officials', { params: { unit: answers.unit ?? '' } }), call('list-topics', {}));
  if (!asked.agreed) return asked;
  const [{ officials }, { topics }] = asked.value;
  return {
    agreed: true,
    value: {
      official: officials.find(({ id }) => id === answers.official)?.title ?? '',
      topic: topics.find(({ id }) => id === answers.topic)?.name ?? '',
    },
  };
};
