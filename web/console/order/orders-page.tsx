import { useConsole } from '../console.ts';
import { UnitList } from '../unit-page.tsx';
import { OrderCard } from './order-cards.tsx';

/** Open orders addressed to a unit, most pressing first. Their owners see the card, and not the case around it. */
export function OrdersPage() {
  const { words, call, me } = useConsole();
  return (
    <UnitList
      title={words.orders.title}
      none={words.orders.none}
      ask={(unit) => call('list-orders', { params: { unit }, query: { limit: 100 } })}
    >
      {({ request, topic, order }, again) => (
        <OrderCard
          key={`${request}-${order.number}`}
          {...{ request, topic, order, permissions: me.permissions, again }}
        />
      )}
    </UnitList>
  );
}
