import type { Request } from '../../domain/request.ts';
import { localDateOf, plusDays } from '../../domain/time.ts';
import {
  type Act,
  aSlot,
  citizen,
  corrects,
  forAReason,
  NOTHING,
  offered,
  oneOf,
  onOrder,
  onReported,
  onTwin,
  orders,
  type Seen,
  someSlots,
  staff,
  TEXT,
  told,
  type Wanted,
} from './act-makers.ts';

export type { Wanted } from './act-makers.ts';

/** How likely each act is against the others, while a request has this status. */
type Choice = readonly [weight: number, act: Act | undefined];

const SILENCE = undefined;
const text = () => ({ text: TEXT });
const withdraws = citizen('withdraw-request', () => ({}));
const asksTheOffice = citizen('ask-office', text);
const takesBack = corrects('status');
const isUrgent = corrects('urgent', ({ request }) => ({ urgent: !request.urgent }));
const merges = onTwin('merge-requests', (twin) => ({ duplicate: twin, reason: TEXT }));
const links = onTwin('link-requests', (twin) => ({ kind: 'same-matter', to: twin, reason: TEXT }));

const laterDay = ({ request, office, dice }: Seen) =>
  plusDays(localDateOf(request.until, office.city.timeZone), 7 + dice(20));
const reported = ({ request, dice }: Seen) => {
  const order = oneOf(
    dice,
    request.orders.filter(({ status }) => status === 'reported-done'),
  );
  return order ? { order: order.number } : NOTHING;
};
const addsAnOrder = staff('issue-orders', 'add-order', (seen) => orders(seen)[0] ?? NOTHING);
const aboutOrders: readonly Choice[] = [
  [6, onReported('confirm-order')],
  [2, onReported('dispute-order', { text: TEXT })],
  [1, told('confirm-order', reported)],
  [1, addsAnOrder],
];

/** What people do, by the status in which they find a request. */
const ACTS: Readonly<Record<Request['status'], readonly Choice[]>> = {
  submitted: [
    [
      24,
      staff('triage', 'accept-request', ({ dice }) => (dice(8) === 0 ? { urgent: true, reason: 'urgent-need' } : {})),
    ],
    [4, staff('triage', 'ask-citizen', text)],
    [2, staff('triage', 'answer-request', text)],
    [2, staff('triage', 'decline-request', () => ({ reasonCode: 'other', text: TEXT }))],
    [
      2,
      staff('triage', 'refer-request', ({ office, dice }) => ({
        official: oneOf(dice, office.officials)?.id,
        text: TEXT,
      })),
    ],
    [
      1,
      staff('triage', 'refer-out', ({ office }) => ({
        unit: office.units.find(({ kind }) => kind === 'external')?.id ?? 'hq',
        text: TEXT,
      })),
    ],
    [1, isUrgent],
    [2, merges],
    [1, links],
    [2, withdraws],
    [3, SILENCE],
  ],
  'needs-info': [
    [6, citizen('add-information', text)],
    [2, told('add-information', () => ({ text: TEXT, documents: [] }))],
    [1, takesBack],
    [1, withdraws],
    [1, SILENCE],
  ],
  answered: [
    [6, citizen('respond-to-answer', () => ({ response: 'still-want-to-meet' }))],
    [2, citizen('respond-to-answer', () => ({ response: 'solved' }))],
    [1, told('respond', () => ({ response: 'still-want-to-meet' }))],
    [1, takesBack],
    [2, SILENCE],
  ],
  declined: [
    [4, citizen('object', text)],
    [1, told('object', text)],
    [1, takesBack],
    [2, SILENCE],
  ],
  waiting: [
    [20, staff('give-turns', 'give-turn', forAReason(aSlot))],
    [12, staff('give-turns', 'offer-slots', forAReason(someSlots))],
    [1, asksTheOffice],
    [1, isUrgent],
    [1, takesBack],
    [2, merges],
    [2, withdraws],
    [2, SILENCE],
  ],
  offered: [
    [12, citizen('accept-offer', offered)],
    [4, citizen('pick-slot', aSlot)],
    [1, told('pick-slot', aSlot)],
    [2, citizen('pass-offer', () => ({}))],
    [1, told('pass-offer')],
    [2, staff('give-turns', 'offer-slots', forAReason(someSlots))],
    [2, staff('give-turns', 'give-turn', forAReason(aSlot))],
    [1, withdraws],
    [3, SILENCE],
  ],
  scheduled: [
    [16, staff('check-in', 'record-station', ({ station }) => ({ station }))],
    [1, staff('check-in', 'undo-station', () => ({}))],
    [16, staff('check-in', 'record-attendance', () => ({ attendance: 'arrived' }))],
    [4, staff('check-in', 'record-attendance', () => ({ attendance: 'no-show' }))],
    [2, staff('check-in', 'record-attendance', () => ({ attendance: 'host-absent' }))],
    [4, citizen('move-appointment', aSlot)],
    [1, told('move', aSlot)],
    [2, staff('give-turns', 'move-turn', aSlot)],
    [2, citizen('wish-for-earlier', () => ({ wanted: true }))],
    [2, citizen('cancel-appointment', () => ({}))],
    [1, told('cancel')],
    [1, staff('give-turns', 'cancel-turn', text)],
    [2, withdraws],
    [2, SILENCE],
  ],
  met: [
    [16, staff('record-outcome', 'record-outcome', (seen) => ({ result: 'met', comment: TEXT, orders: orders(seen) }))],
    [1, takesBack],
    [1, SILENCE],
  ],
  'in-follow-up': [
    [14, onOrder('report-order-done', () => ({ letterNumber: '7' }))],
    [4, onOrder('renew-order', (seen) => ({ dueOn: laterDay(seen), reason: TEXT }))],
    [2, onOrder('bar-order', () => ({ ground: TEXT }))],
    [2, onOrder('hand-over-order', ({ office, dice }) => ({ unit: oneOf(dice, office.units)?.id, reason: TEXT }))],
    [3, onOrder('ask-about-order', text)],
    [4, onReported('answer-order', { text: TEXT })],
    [1, corrects('order', (seen) => ({ order: 1 + seen.dice(2), dueOn: laterDay(seen) }))],
    [1, corrects('outcome', () => ({ result: 'met', comment: TEXT }))],
    [1, asksTheOffice],
    ...aboutOrders,
    [4, SILENCE],
  ],
  'awaiting-confirmation': [
    ...aboutOrders,
    [5, citizen('confirm-outcome', ({ dice }) => (dice(4) === 0 ? { settled: false, text: TEXT } : { settled: true }))],
    [1, told('confirm-outcome', () => ({ settled: true }))],
    [2, SILENCE],
  ],
  closed: [
    [3, citizen('object', text)],
    [1, told('object', text)],
    [2, citizen('say-still-done', ({ dice }) => (dice(2) === 0 ? { done: true } : { done: false, text: TEXT }))],
    [3, citizen('rate', () => ({ stars: 4 }))],
    [12, SILENCE],
  ],
};

/** What somebody does now; nothing if they leave it, or have nothing to do it with. */
export const nextAct = (seen: Seen): Wanted | undefined => {
  const choices = ACTS[seen.request.status];
  const sum = choices.reduce((total, [weight]) => total + weight, 0);
  let left = seen.dice(sum);
  for (const [weight, act] of choices) {
    if (left < weight) return act?.(seen);
    left -= weight;
  }
  return undefined;
};
