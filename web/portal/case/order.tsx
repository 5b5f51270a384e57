import type { DocumentView } from '../../../contract/request-view.ts';
import { Card, SummaryList } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { usePortal } from '../portal.ts';
import { Deadline } from './next-step.tsx';
import { AnswerOrder, Verdict } from './order-acts.tsx';
import type { OrderCard } from './order-card.ts';
import { Paper } from './paper.tsx';

/** One order beside the handwriting that it was cut from: where it stands, who holds it, by when. */
export function Order({ order, proof }: { order: OrderCard; proof: DocumentView | undefined }) {
  const { words } = usePortal();
  const { number } = useSpeech();
  const title = words.kit.orderNumber(number(order.number));
  const isOpen = order.status === 'open';
  const asked = order.waitsForCitizen ? order.questions.at(-1) : undefined;
  return (
    <Card tone="lively">
      <h2>{title}</h2>
      <p>
        <Tag kind={order.status === 'confirmed' ? 'success' : 'info'}>{words.kit.orderStatuses[order.status]}</Tag>{' '}
        {order.overdue && <Tag kind="danger">{order.veryLate ? words.case.veryLate : words.case.overdue}</Tag>}
      </p>
      <p>
        <Said text={order.text} />
      </p>
      {order.cut && <img class="picture" src={order.cut} alt={words.case.handwriting(title)} loading="lazy" />}
      <SummaryList
        rows={[
          { term: words.case.owner, value: isOpen && order.owner.says },
          { term: words.case.due, value: isOpen && !asked && <Deadline {...order.due} /> },
          { term: words.case.deadline, value: asked && <Deadline {...asked.until} /> },
          { term: words.case.remains, value: order.remains && <Said text={order.remains} /> },
          { term: words.case.renewed, value: order.renewalReason && <Said text={order.renewalReason} /> },
          { term: words.case.ground, value: order.legalGround && <Said text={order.legalGround} /> },
          { term: words.case.proof, value: order.proof && <Proof told={order.proof} proof={proof} /> },
        ]}
      />
      {order.disputes > 0 && <p class="hint">{words.case.disputes(number(order.disputes))}</p>}
      <AnswerOrder order={order} />
      <Verdict order={order} />
    </Card>
  );
}

function Proof({ told, proof }: { told: NonNullable<OrderCard['proof']>; proof: DocumentView | undefined }) {
  const { words } = usePortal();
  return (
    <>
      {told.letterNumber && <p>{words.case.letterNumber(told.letterNumber)}</p>}
      {told.note && <Said text={told.note} />}
      {proof && <Paper title={words.case.proof} scan={proof.scan} />}
    </>
  );
}
