import { useState } from 'preact/hooks';
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
import { Survey } from './survey.tsx';

/** Everything a citizen may do besides choosing a turn and judging an order, as far as the stage allows it. */
export function Acts() {
  const { words } = usePortal();
  const { request } = useCase();
  const may = (decision: string): boolean => request.decisions.includes(decision);
  const canObject = may('object') && (request.status !== 'closed' || request.objectionUntil !== undefined);
  return (
    <>
      {may('add-information') && <AddInformation />}
      {may('respond') && <Respond />}
      {request.status === 'declined' && <LastWord kind="declined" title={words.kit.events.declined} />}
      {may('rate') && <Survey />}
      <section class="no-print">
        <h2>{words.case.more}</h2>
        {canObject && <ObjectTo />}
        {may('still-done') && <AfterClosing />}
        {request.status !== 'closed' && <Ask />}
        <NewSlip />
        {may('withdraw') && <Withdraw />}
      </section>
    </>
  );
}

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
