import type { RequestView } from '../../../contract/request-view.ts';
import type { Permission } from '../../../domain/access.ts';
import { Card, SummaryList } from '../../kit/lists.tsx';
import { Tag } from '../../kit/notice.tsx';
import { Said } from '../../kit/said.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Deadline } from '../case/matter.tsx';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';
import { BarForm, RenewForm, ReportForm } from './order-forms.tsx';

type OrderCardsProps = {
  readonly request: RequestView;
  readonly permissions: readonly Permission[];
  readonly again: () => void;
};

/** The orders of one case. */
export function OrderCards({ request, permissions, again }: OrderCardsProps) {
  return (
    <>
      {request.orders.map((order) => (
        <OrderCard key={order.number} request={request.id} order={order} permissions={permissions} again={again} />
      ))}
    </>
  );
}

type OrderCardProps = {
  readonly request: string;
  readonly order: RequestView['orders'][number];
  readonly topic?: string;
  readonly permissions: readonly Permission[];
  readonly again: () => void;
};

/** One order: what is to be done, by whom, by when, and what this person may do about it. */
export function OrderCard({ request, order, topic, permissions, again }: OrderCardProps) {
  const { words } = useConsole();
  const { number } = useSpeech();
  const names = useNames();
  const { orders, forms } = words;
  const of = { request, number: order.number, again };
  const isOpen = order.status === 'open';
  return (
    <Card title={`${words.kit.orderNumber(number(order.number))}${topic ? ` · ${names.topic(topic)}` : ''}`}>
      <p>
        <Tag kind={order.status === 'confirmed' ? 'success' : 'info'}>{words.kit.orderStatuses[order.status]}</Tag>{' '}
        {order.overdue && <Tag kind="danger">{orders.overdue}</Tag>}{' '}
        {order.rung > 0 && <Tag kind="danger">{words.desk.climbed(number(order.rung))}</Tag>}{' '}
        {order.renewals > 0 && <Tag kind="warning">{orders.renewals(number(order.renewals))}</Tag>}
      </p>
      <p>
        <Said text={order.text} />
      </p>
      <SummaryList
        rows={[
          { term: orders.owner, value: isOpen && order.owner.says },
          { term: orders.due, value: isOpen && <Deadline {...order.due} /> },
          { term: forms.letterNumber, value: order.proof?.letterNumber },
          { term: forms.note, value: order.proof?.note && <Said text={order.proof.note} /> },
          { term: forms.ground, value: order.legalGround && <Said text={order.legalGround} /> },
        ]}
      />
      {isOpen && permissions.includes('report-orders') && (
        <details>
          <summary>{orders.report}</summary>
          <ReportForm {...of} />
        </details>
      )}
      {isOpen && permissions.includes('change-orders') && (
        <>
          <details>
            <summary>{orders.renew}</summary>
            <RenewForm {...of} />
          </details>
          <details>
            <summary>{orders.bar}</summary>
            <BarForm {...of} />
          </details>
        </>
      )}
    </Card>
  );
}
