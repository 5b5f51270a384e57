import type { RequestView } from '../../../contract/request-view.ts';
import { Ltr, SummaryList } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Deadline } from '../case/matter.tsx';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';

type Order = RequestView['orders'][number];

/** Where an order stands, in words: lateness, disputes and waiting too. */
export function OrderTags({ order }: { order: Order }) {
  const { words } = useConsole();
  const { number } = useSpeech();
  const { order: say } = words.after;
  return (
    <p>
      <Tag kind={order.status === 'confirmed' ? 'success' : 'info'}>{words.kit.orderStatuses[order.status]}</Tag>{' '}
      {order.overdue && <Tag kind="danger">{order.veryLate ? say.veryLate : say.late}</Tag>}{' '}
      {order.waitsForCitizen && <Tag kind="warning">{say.waits}</Tag>}{' '}
      {order.disputes > 0 && <Tag kind="danger">{say.disputed(number(order.disputes))}</Tag>}{' '}
      {order.rung > 0 && <Tag kind="danger">{words.desk.climbed(number(order.rung))}</Tag>}{' '}
      {order.renewals > 0 && <Tag kind="warning">{words.orders.renewals(number(order.renewals))}</Tag>}
    </p>
  );
}

/** All that an order says: what, who, by when, what the citizen said of it, and what proves it. */
export function OrderFacts({ order, said }: { order: Order; said?: string | undefined }) {
  const { words } = useConsole();
  const names = useNames();
  const { orders, forms } = words;
  const { order: say } = words.after;
  const isOpen = order.status === 'open';
  return (
    <>
      <OrderTags order={order} />
      <p>
        <Said text={order.text} />
      </p>
      <SummaryList
        rows={[
          { term: orders.owner, value: isOpen && order.owner.says },
          { term: say.unit, value: names.unit(order.unit) },
          { term: say.desk, value: order.desk && names.unit(order.desk) },
          { term: say.former, value: order.formerUnits.length > 0 && order.formerUnits.map(names.unit).join(' · ') },
          { term: orders.due, value: isOpen && <Deadline {...order.due} /> },
          { term: say.renewalReason, value: order.renewalReason && <Said text={order.renewalReason} /> },
          { term: say.remains, value: order.remains && <Said text={order.remains} /> },
          { term: say.said, value: !order.remains && said && <Said text={said} /> },
          { term: say.proofWanted, value: order.proofWanted && <Said text={order.proofWanted} /> },
          { term: forms.letterNumber, value: order.proof?.letterNumber && <Ltr>{order.proof.letterNumber}</Ltr> },
          { term: forms.note, value: order.proof?.note && <Said text={order.proof.note} /> },
          { term: forms.ground, value: order.legalGround && <Said text={order.legalGround} /> },
        ]}
      />
      {order.questions.map((question) => (
        <Question key={question.askedAt} question={question} />
      ))}
    </>
  );
}

/** What the citizen was asked about an order, until when, and what they said. */
function Question({ question }: { question: Order['questions'][number] }) {
  const { order: say } = useConsole().words.after;
  const { moment } = useSpeech();
  const { text, askedAt, until, endedAt, answer } = question;
  return (
    <SummaryList
      rows={[
        {
          term: say.asked,
          value: (
            <>
              <Said text={text} /> <span class="hint">{moment(askedAt)}</span>
            </>
          ),
        },
        { term: say.until, value: endedAt === undefined && <Deadline {...until} /> },
        { term: say.answer, value: answer ? <Said text={answer} /> : endedAt !== undefined && say.noAnswer },
      ]}
    />
  );
}
