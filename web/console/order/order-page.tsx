import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { showOrder } from '../../../contract/staff/order.ts';
import { PageTitle } from '../../kit/layout.tsx';
import { Card, Ltr, SummaryList } from '../../kit/lists.tsx';
import { useSpeech } from '../../kit/speech.ts';
import { Told } from '../../kit/told.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { useNames } from '../names.ts';
import { OrderActs } from './order-acts.tsx';
import { OrderFacts } from './order-facts.tsx';

type Shown = ReplyOf<typeof showOrder>;

/** One order for whoever carries it out: the card, its picture and the topic; the case only where the secretary shares it. */
export function OrderPage({ request, number }: { request: string; number: string }) {
  const { words, call, me, base } = useConsole();
  const speech = useSpeech();
  const names = useNames();
  const shown = useAnswer(() => call('show-order', { params: { id: request, number } }), [request, number]);
  const [round, setRound] = useState(0);
  const again = () => {
    shown.again();
    setRound((before) => before + 1);
  };
  const { orders, after } = words;
  return (
    <Loaded from={shown}>
      {({ order, topic, cut, shared }) => (
        <>
          <PageTitle
            title={words.kit.orderNumber(speech.number(order.number))}
            lead={names.topic(topic)}
            back={<a href={`${base}/orders`}>{orders.title}</a>}
          />
          <Told text={after.done} round={round} />
          <div class="columns">
            <Card tone="lively">
              <OrderFacts order={order} />
            </Card>
            <div>
              {cut && (
                <Card title={after.order.picture}>
                  <a href={cut} target="_blank" rel="noopener">
                    <img class="picture" src={cut} alt={order.text} />
                  </a>
                </Card>
              )}
              <Acts key={round} {...{ request, order, again }} permissions={me.permissions} />
              {shared && <Shared {...shared} />}
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}

function Acts(props: Parameters<typeof OrderActs>[0]) {
  const { order: say } = useConsole().words.after;
  const { status } = props.order;
  if (status === 'confirmed' || status === 'legally-barred') return <p class="hint">{say.settled}</p>;
  return <OrderActs {...props} />;
}

/** The request and who asked, as far as the secretary shares them. */
function Shared({ request, parties }: NonNullable<Shown['shared']>) {
  const { words } = useConsole();
  return (
    <Card title={words.after.order.shared}>
      <SummaryList
        rows={[
          { term: words.after.code, value: <Ltr>{request.code}</Ltr> },
          ...parties.map(({ number, name, contacts }) => ({
            term: `${words.case.people} ${number}`,
            value: (
              <>
                <bdi>{name}</bdi>{' '}
                {contacts.map(({ value }) => (
                  <Ltr key={value}>{value}</Ltr>
                ))}
              </>
            ),
          })),
        ]}
      />
    </Card>
  );
}
