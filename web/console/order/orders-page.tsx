import { PageTitle } from '../../kit/layout.tsx';
import { Loaded, useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { UnitSelect, useMyUnits } from '../my-units.tsx';
import { OrderCard } from './order-cards.tsx';

/** Open orders addressed to a unit, most pressing first. Their owners see the card, and not the case around it. */
export function OrdersPage() {
  const { words } = useConsole();
  const { asked, unit, ...mine } = useMyUnits();
  return (
    <>
      <PageTitle title={words.orders.title} />
      <Loaded from={asked}>
        {() => (
          <>
            <UnitSelect {...mine} unit={unit} />
            {unit && <OfUnit key={unit} unit={unit} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function OfUnit({ unit }: { unit: string }) {
  const { words, call, me } = useConsole();
  const listed = useAnswer(() => call('list-orders', { params: { unit }, query: { limit: 100 } }), [unit]);
  return (
    <Loaded from={listed}>
      {({ items }) =>
        items.length === 0 ? (
          <p class="loading">{words.orders.none}</p>
        ) : (
          items.map(({ request, topic, order }) => (
            <OrderCard
              key={`${request}-${order.number}`}
              {...{ request, topic, order, permissions: me.permissions, again: listed.again }}
            />
          ))
        )
      }
    </Loaded>
  );
}
