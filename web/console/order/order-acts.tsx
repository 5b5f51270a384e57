import type { FunctionComponent } from 'preact';
import type { RequestView } from '../../../contract/request-view.ts';
import type { Permission } from '../../../domain/access.ts';
import type { OrderAct } from '../../../domain/order.ts';
import { useConsole } from '../console.ts';
import { AskForm, BarForm, HandOverForm, type OfOrder, RenewForm, ReportForm } from './order-forms.tsx';

/** Acts of the staff on an order, and any of the permissions that they need. */
const FORMS: Partial<Record<OrderAct, readonly [FunctionComponent<OfOrder>, readonly Permission[]]>> = {
  report: [ReportForm, ['report-orders']],
  ask: [AskForm, ['report-orders', 'change-orders']],
  renew: [RenewForm, ['change-orders']],
  'hand-over': [HandOverForm, ['change-orders', 'reassign']],
  bar: [BarForm, ['change-orders']],
};

type OrderActsProps = {
  readonly request: string;
  readonly order: RequestView['orders'][number];
  readonly permissions: readonly Permission[];
  readonly again: () => void;
};

/** What this person may do about an order: what its state allows (`domain/order.ts`) and what their roles allow. */
export function OrderActs({ request, order, permissions, again }: OrderActsProps) {
  const { words } = useConsole();
  const names = {
    report: words.orders.report,
    ask: words.after.order.ask,
    renew: words.orders.renew,
    'hand-over': words.after.order.handOver,
    bar: words.orders.bar,
  } as const;
  return (
    <>
      {(Object.keys(names) as (keyof typeof names)[]).map((act) => {
        const [ActForm, needed = []] = FORMS[act] ?? [];
        if (!ActForm || !order.acts.includes(act) || !needed.some((one) => permissions.includes(one))) return null;
        return (
          <details key={act} name={`acts-${request}-${order.number}`}>
            <summary>{names[act]}</summary>
            <ActForm request={request} number={order.number} unit={order.unit} again={again} />
          </details>
        );
      })}
    </>
  );
}
