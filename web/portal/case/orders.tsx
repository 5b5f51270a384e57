import type { DocumentView, RequestView } from '../../../contract/request-view.ts';
import { TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { Card, SummaryList } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';
import { Deadline } from './next-step.tsx';

const MEETING_HELD: readonly RequestView['status'][] = ['in-follow-up', 'awaiting-confirmation', 'closed'];

/** What the meeting came to: the official's remark, the picture of what was written, and every order. */
export function Orders() {
  const { request } = useCase();
  return MEETING_HELD.includes(request.status) ? <Outcome /> : null;
}

function Outcome() {
  const { words, call } = usePortal();
  const { request } = useCase();
  const viewed = useAnswer(() => call('view-orders', { params: { id: request.id } }), [request.version]);
  return (
    <Loaded from={viewed}>
      {({ orders, outcomes, documents }) => (
        <>
          {outcomes.map(({ at, comment, scan }) => (
            <Card key={at} title={scan ? words.case.picture : words.case.comment}>
              {comment && (
                <p>
                  <Said text={comment} />
                </p>
              )}
              {scan && <Picture {...scan} />}
            </Card>
          ))}
          {orders.map((order) => (
            <Order key={order.number} order={order} proof={documents.find(({ id }) => id === order.proof?.document)} />
          ))}
          {request.status === 'awaiting-confirmation' && orders.length === 0 && <Settled />}
        </>
      )}
    </Loaded>
  );
}

/** A document: the pictures of its pages, each with a link to it at full size; or how it stands. */
function Picture({ name, scan }: DocumentView) {
  const { words } = usePortal();
  const title = name ?? words.case.picture;
  if (scan.pages.length === 0) return <p>{scan.says}</p>;
  return (
    <>
      {scan.pages.map(({ page, url }) => (
        <p key={page}>
          <img class="picture" src={url} alt={scan.transcript ?? title} loading="lazy" />
          <a href={url} target="_blank" rel="noopener">
            {words.case.openPicture(title)}
          </a>
        </p>
      ))}
    </>
  );
}

function Order({ order, proof }: { order: RequestView['orders'][number]; proof: DocumentView | undefined }) {
  const { words } = usePortal();
  const { number } = useSpeech();
  return (
    <Card tone="lively">
      <h2>{words.kit.orderNumber(number(order.number))}</h2>
      <p>
        <Tag kind={order.status === 'confirmed' ? 'success' : 'info'}>{words.kit.orderStatuses[order.status]}</Tag>{' '}
        {order.overdue && <Tag kind="danger">{order.veryLate ? words.case.veryLate : words.case.overdue}</Tag>}
      </p>
      <p>
        <Said text={order.text} />
      </p>
      <SummaryList
        rows={[
          { term: words.case.owner, value: order.status === 'open' && order.owner.says },
          { term: words.case.due, value: order.status === 'open' && <Deadline {...order.due} /> },
          { term: words.case.renewed, value: order.renewalReason && <Said text={order.renewalReason} /> },
          { term: words.case.ground, value: order.legalGround && <Said text={order.legalGround} /> },
          {
            term: words.case.proof,
            value: order.proof && (
              <>
                {order.proof.letterNumber && <p>{words.case.letterNumber(order.proof.letterNumber)}</p>}
                {order.proof.note && <Said text={order.proof.note} />}
                {proof && <Picture {...proof} />}
              </>
            ),
          },
        ]}
      />
      <Verdict order={order} />
    </Card>
  );
}

/** What is done must be said by its citizen; what is said not to be done goes one rank up. */
function Verdict({ order }: { order: RequestView['orders'][number] }) {
  const { words, call } = usePortal();
  const { request, again } = useCase();
  const params = { id: request.id, order: String(order.number) };
  const isReported = order.status === 'reported-done';
  if (request.status === 'closed' || !(isReported || order.status === 'legally-barred')) return null;
  return (
    <>
      {isReported && <Form send={() => call('confirm-order', { params })} done={again} label={words.case.confirm} />}
      <details>
        <summary>{isReported ? words.case.dispute : words.case.object}</summary>
        <Form
          send={(data) => call('dispute-order', { params, body: { text: textOf(data, 'text') } })}
          done={again}
          label={words.case.send}
        >
          <TextArea name="text" label={words.case.disputeText} hint={words.case.disputeHint} most={2000} />
        </Form>
      </details>
    </>
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
