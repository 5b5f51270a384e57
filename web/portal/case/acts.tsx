import { useState } from 'preact/hooks';
import type { RequestView } from '../../../contract/request-view.ts';
import { Choices } from '../../kit/choices.tsx';
import { TextArea } from '../../kit/field.tsx';
import { Form, optionalText, textOf } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { Notice } from '../../kit/notice.tsx';
import { usePortal } from '../portal.ts';
import { AddInformation } from './add-information.tsx';
import { AfterClosing } from './after-closing.tsx';
import { useCase } from './case.ts';
import { LastWord } from './last-word.tsx';
import { NewSlip } from './new-slip.tsx';

/** What waits for the citizen, beside turns and orders: a question, an answer to judge, a refusal to object to. */
export function ToDo() {
  const { words } = usePortal();
  const { request } = useCase();
  if (request.decisions.includes('add-information')) return <AddInformation />;
  if (request.decisions.includes('respond')) return <Respond />;
  if (request.status === 'declined' || request.reason === 'declined')
    return (
      <Card tone="lively">
        <LastWord kind="declined" title={words.kit.events.declined} />
        {mayObject(request) && <ObjectTo />}
      </Card>
    );
  return request.reason === 'answered' ? <LastWord kind="answered" title={words.case.answer} /> : null;
}

/** What a citizen may do at almost any time, folded. */
export function MoreActs() {
  const { words } = usePortal();
  const { request } = useCase();
  const may = (decision: string): boolean => request.decisions.includes(decision);
  const isRefused = request.status === 'declined' || request.reason === 'declined';
  return (
    <section class="no-print">
      <h2>{words.case.more}</h2>
      {mayObject(request) && !isRefused && <ObjectTo />}
      {may('still-done') && <AfterClosing />}
      {request.status !== 'closed' && <Ask />}
      <NewSlip />
      {may('withdraw') && <Withdraw />}
    </section>
  );
}

const mayObject = ({ decisions, status, objectionUntil }: RequestView): boolean =>
  decisions.includes('object') && (status !== 'closed' || objectionUntil !== undefined);

function Respond() {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const respond = (data: FormData) =>
    call('respond-to-answer', {
      params: { id: request.id },
      body: { response: textOf(data, 'response') === 'solved' ? 'solved' : 'still-want-to-meet' },
    });
  return (
    <Card tone="lively">
      <LastWord kind="answered" title={words.case.answer} />
      <Form send={respond} done={again} label={words.case.send}>
        <Choices
          name="response"
          legend={words.case.respond}
          items={[
            { value: 'solved', label: words.case.solved },
            { value: 'still-want-to-meet', label: words.case.stillMeet },
          ]}
        />
      </Form>
    </Card>
  );
}

function ObjectTo() {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const until = request.objectionUntil ?? request.next.deadline;
  return (
    <details>
      <summary>{words.case.object}</summary>
      <p class="hint">{words.case.objectUntil(until.says)}</p>
      <Form
        send={(data) => call('object', { params: { id: request.id }, body: { text: textOf(data, 'text') } })}
        done={again}
        label={words.case.send}
      >
        <TextArea name="text" label={words.case.objectText} most={5000} />
      </Form>
    </details>
  );
}

function Ask() {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const [asked, setAsked] = useState(false);
  const done = () => {
    setAsked(true);
    again();
  };
  return (
    <details>
      <summary>{words.case.ask}</summary>
      {asked && (
        <Notice kind="success" alert>
          <p>{words.case.asked}</p>
        </Notice>
      )}
      <Form
        key={request.version}
        send={(data) => call('ask-office', { params: { id: request.id }, body: { text: textOf(data, 'text') } })}
        done={done}
        label={words.case.send}
      >
        <TextArea name="text" label={words.case.askText} most={2000} />
      </Form>
    </details>
  );
}

function Withdraw() {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const withdraw = (data: FormData) => {
    const text = optionalText(data, 'text');
    return call('withdraw-request', { params: { id: request.id }, body: { ...(text && { text }) } });
  };
  return (
    <details>
      <summary>{words.case.withdraw}</summary>
      <p class="hint">{words.case.withdrawHint}</p>
      <Form send={withdraw} done={again} label={words.case.withdraw} kind="danger">
        <TextArea name="text" label={words.case.why} most={1000} rows={2} optional />
      </Form>
    </details>
  );
}
