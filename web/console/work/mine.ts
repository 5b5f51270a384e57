import type { RequestView } from '../../../contract/request-view.ts';
import type { Answered } from '../../api/client.ts';
import type { Console } from '../console.ts';

/** One thing that waits for this person. */
export type Task = {
  readonly key: string;
  readonly page: string;
  readonly topic: string;
  readonly by: string;
  readonly isLate: boolean;
  readonly rung: number;
  readonly code?: string;
  readonly step?: RequestView['step'];
  readonly order?: number;
};

const PILES = ['triage', 'meetings', 'follow-up'] as const;
const A_PAGE = 100;

type Owner = RequestView['next']['owner'];

/**
 * What is held by one of this person's own roles now, the most pressing first: of the desks and the orders of their units. A
 * desk that they may not see has nothing for them.
 */
export const askMine = async ({ call, me }: Pick<Console, 'call' | 'me'>): Promise<Answered<readonly Task[]>> => {
  const isMine = ({ kind, role, unit }: Owner) =>
    kind === 'staff' && me.roles.some((held) => held.role === role && held.unit === unit);
  const units = [...new Set(me.roles.map(({ unit }) => unit))];
  const query = { limit: A_PAGE };
  const desks = me.permissions.includes('read-case')
    ? units.flatMap((of) => PILES.map((pile) => call('list-desk', { params: { pile, of }, query })))
    : [];
  const orders = me.permissions.includes('report-orders')
    ? units.map((unit) => call('list-orders', { params: { unit }, query }))
    : [];
  const [cases, cards] = await Promise.all([Promise.all(desks), Promise.all(orders)]);
  const lost = [...cases, ...cards].find((one) => !one.agreed && one.problem.type === 'unreachable');
  if (lost && !lost.agreed) return lost;

  const ofOrders = cards.flatMap((listed) => (listed.agreed ? listed.value.items : []));
  const ofCases = cases.flatMap((listed) => (listed.agreed ? listed.value.items : []));
  const tasks = [
    ...ofOrders.filter(({ order }) => isMine(order.owner) && !order.waitsForCitizen).map(taskOfOrder),
    ...ofCases.filter((request) => request.step !== 'follow-up' && isMine(request.next.owner)).map(taskOfCase),
  ];
  return { agreed: true, value: tasks.toSorted((a, b) => a.by.localeCompare(b.by)) };
};

const taskOfOrder = (card: {
  readonly request: string;
  readonly topic: string;
  readonly order: RequestView['orders'][number];
}): Task => {
  const { request, topic, order } = card;
  return {
    ...{ key: `${request}-${order.number}`, page: `/orders/${request}/${order.number}`, topic, order: order.number },
    ...{ by: order.due.at, isLate: order.overdue, rung: order.rung },
  };
};

const taskOfCase = ({ id, code, topic, step, next, rung }: RequestView): Task => ({
  ...{ key: id, page: `/cases/${id}`, code, topic, step, by: next.deadline.at, rung },
  isLate: next.deadline.at < new Date().toISOString(),
});
