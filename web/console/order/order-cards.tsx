import type { RequestView } from '../../../contract/request-view.ts';
import type { Permission } from '../../../domain/access.ts';
import { Card } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Code } from '../code.tsx';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';
import { OrderActs } from './order-acts.tsx';
import { OrderFacts } from './order-facts.tsx';

type OrderCardsProps = {
  readonly request: RequestView;
  readonly permissions: readonly Permission[];
  /** What the citizen said when they last disputed an order, by its number. */
  readonly disputes?: ReadonlyMap<number, string>;
  readonly again: () => void;
};

/** The orders of one case. */
export function OrderCards({ request, disputes, ...rest }: OrderCardsProps) {
  return (
    <>
      {request.orders.map((order) => (
        <OrderCard key={order.number} request={request.id} order={order} said={disputes?.get(order.number)} {...rest} />
      ))}
    </>
  );
}

type OrderCardProps = {
  readonly request: string;
  readonly order: RequestView['orders'][number];
  readonly topic?: string;
  /** Whose case it is, where there are orders of several. */
  readonly code?: string;
  readonly said?: string | undefined;
  readonly permissions: readonly Permission[];
  readonly again: () => void;
};

/** One order: what is to be done, by whom, by when, and what this person may do about it. */
export function OrderCard({ request, order, topic, code, said, permissions, again }: OrderCardProps) {
  const { words, base } = useConsole();
  const { number } = useSpeech();
  const names = useNames();
  const title = [words.kit.orderNumber(number(order.number)), topic && names.topic(topic)].filter(Boolean).join(' · ');
  return (
    <Card
      title={
        <>
          {title} {code && <Code code={code} />}
        </>
      }
    >
      <OrderFacts order={order} said={said} />
      <OrderActs {...{ request, order, permissions, again }} />
      <p class="no-print">
        <a href={`${base}/orders/${request}/${order.number}`}>{words.after.order.open}</a>
      </p>
    </Card>
  );
}
