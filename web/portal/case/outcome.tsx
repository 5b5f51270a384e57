import type { RequestView } from '../../../contract/request-view.ts';
import { TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { Said } from '../../kit/said.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';
import { Order } from './order.tsx';
import { Paper } from './paper.tsx';

const MEETING_HELD: readonly RequestView['status'][] = ['in-follow-up', 'awaiting-confirmation', 'closed'];

/** What the meeting came to: every order beside its handwriting, the official's remark, and the picture of what was written. */
export function Outcome() {
  const { request } = useCase();
  return MEETING_HELD.includes(request.status) ? <Written /> : null;
}

function Written() {
  const { words, call } = usePortal();
  const { request } = useCase();
  const viewed = useAnswer(() => call('view-orders', { params: { id: request.id } }), [request.version]);
  return (
    <Loaded from={viewed}>
      {({ orders, outcomes, documents }) => (
        <>
          {request.status === 'awaiting-confirmation' && orders.length === 0 && <Settled />}
          {orders.map((order) => (
            <Order key={order.number} order={order} proof={documents.find(({ id }) => id === order.proof?.document)} />
          ))}
          {outcomes.map(({ at, comment, scan }) => (
            <Card key={at} title={scan ? words.case.picture : words.case.comment}>
              {comment && (
                <p>
                  <Said text={comment} />
                </p>
              )}
              {scan && <Paper title={words.case.picture} scan={scan.scan} />}
            </Card>
          ))}
        </>
      )}
    </Loaded>
  );
}

function Settled() {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const say = (settled: boolean, text?: string) =>
    call('confirm-outcome', { params: { id: request.id }, body: { settled, ...(text && { text }) } });
  return (
    <Card title={words.case.outcome} tone="lively">
      <Form send={() => say(true)} done={again} label={words.case.settled} />
      <details>
        <summary>{words.case.notSettled}</summary>
        <Form send={(data) => say(false, textOf(data, 'text'))} done={again} label={words.case.send}>
          <TextArea name="text" label={words.case.disputeText} most={2000} />
        </Form>
      </details>
    </Card>
  );
}
