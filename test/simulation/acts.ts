import { mayOnRequest, type Permission } from '../../domain/access.ts';
import type { CityData } from '../../domain/city.ts';
import { isOpen } from '../../domain/order.ts';
import type { Owner } from '../../domain/owner.ts';
import type { Request } from '../../domain/request.ts';
import type { Slot } from '../../domain/slot.ts';
import { localDateOf, plusDays } from '../../domain/time.ts';
import type { User } from '../../domain/user.ts';
import type { Dice } from '../../local/demo/dice.ts';

/** An operation as somebody is about to call it. */
export type Wanted = {
  readonly operation: string;
  readonly caller: 'citizen' | User;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
};

/** What whoever acts can see. */
export type Seen = {
  readonly request: Request;
  readonly office: CityData;
  readonly dice: Dice;
  readonly free: readonly Slot[];
};

type Act = (seen: Seen) => Wanted | undefined;
/** How likely each act is against the others, while a request has this status. */
type Choice = readonly [weight: number, act: Act | undefined];

const TEXT = 'It is written here, as it was said.';

const staff =
  (permission: Permission, operation: string, bodyOf: (seen: Seen) => unknown = () => undefined): Act =>
  (seen) => {
    const { request, office } = seen;
    const caller = office.users.find((user) => mayOnRequest(user, permission, request, office));
    const body = bodyOf(seen);
    return caller && body !== NOTHING ? { operation, caller, body } : undefined;
  };
const citizen =
  (operation: string, bodyOf: (seen: Seen) => unknown = () => undefined): Act =>
  (seen) => {
    const body = bodyOf(seen);
    return body === NOTHING ? undefined : { operation, caller: 'citizen', body };
  };
/** There is nothing to do it with. */
const NOTHING = Symbol('nothing');

const oneOf = <One>(dice: Dice, all: readonly One[]): One | undefined => all[dice(Math.max(1, all.length))];
/** Everybody wants one of the next turns. */
const aSlot = ({ dice, free }: Seen) => {
  const slot = oneOf(dice, free.slice(0, 4));
  return slot ? { slot: slot.id } : NOTHING;
};
/** Whoever is not the head of the queue passes others only for a reason; now and then it is left out, and refused. */
const forAReason = (choose: (seen: Seen) => object | typeof NOTHING) => (seen: Seen) => {
  const chosen = choose(seen);
  return chosen === NOTHING || seen.dice(4) === 0 ? chosen : { ...Object(chosen), reason: 'urgent-need' };
};
const someSlots = ({ dice, free }: Seen) => {
  const slots = free.slice(0, 1 + dice(3)).map(({ id }) => id);
  return slots.length > 0 ? { slots } : NOTHING;
};
const offered = ({ request, dice }: Seen) => {
  const slot = request.status === 'offered' ? oneOf(dice, request.offered) : undefined;
  return slot ? { slot: slot.slot } : NOTHING;
};
const orders = ({ request, dice }: Seen) =>
  Array.from({ length: dice(3) }, (_, number) => ({
    text: `Mend lamp ${number} of visit ${request.turns}.`,
    unit: request.unit,
  }));

/** Whoever may carry out one of the open orders, or change it, does so. */
const onOrder =
  (operation: string, body: (seen: Seen) => unknown): Act =>
  (seen) => {
    const { request, office, dice } = seen;
    const order = oneOf(dice, request.orders.filter(isOpen));
    const caller =
      operation === 'report-order-done'
        ? order && office.users.find((user) => stands(user, order.owner))
        : office.users.find((user) => mayOnRequest(user, 'change-orders', request, office));
    return order && caller ? { operation, caller, params: { number: order.number }, body: body(seen) } : undefined;
  };
const onReported =
  (operation: string, body: unknown): Act =>
  ({ request, dice }) => {
    const order = oneOf(
      dice,
      request.orders.filter(({ status }) => status === 'reported-done'),
    );
    return order && { operation, caller: 'citizen', params: { order: order.number }, body };
  };
const laterDay = ({ request, office, dice }: Seen) => ({
  dueOn: plusDays(localDateOf(request.until, office.city.timeZone), 7 + dice(20)),
  reason: TEXT,
});

const SILENCE = undefined;
const withdraws = citizen('withdraw-request', () => ({}));
const answersToOrders: readonly Choice[] = [
  [6, onReported('confirm-order', undefined)],
  [2, onReported('dispute-order', { text: TEXT })],
];

/** What people do, by the status in which they find a request. */
const ACTS: Readonly<Record<Request['status'], readonly Choice[]>> = {
  submitted: [
    [
      12,
      staff('triage', 'accept-request', ({ dice }) => (dice(8) === 0 ? { urgent: true, reason: 'urgent-need' } : {})),
    ],
    [2, staff('triage', 'ask-citizen', () => ({ text: TEXT }))],
    [1, staff('triage', 'answer-request', () => ({ text: TEXT }))],
    [1, staff('triage', 'decline-request', () => ({ reasonCode: 'other', text: TEXT }))],
    [
      1,
      staff('triage', 'refer-request', ({ office, dice }) => ({
        official: oneOf(dice, office.officials)?.id,
        text: TEXT,
      })),
    ],
    [1, withdraws],
    [2, SILENCE],
  ],
  'needs-info': [
    [6, citizen('add-information', () => ({ text: TEXT }))],
    [1, withdraws],
    [1, SILENCE],
  ],
  answered: [
    [3, citizen('respond-to-answer', () => ({ response: 'still-want-to-meet' }))],
    [1, citizen('respond-to-answer', () => ({ response: 'solved' }))],
    [1, SILENCE],
  ],
  declined: [
    [2, citizen('object', () => ({ text: TEXT }))],
    [1, SILENCE],
  ],
  waiting: [
    [10, staff('give-turns', 'give-turn', forAReason(aSlot))],
    [6, staff('give-turns', 'offer-slots', forAReason(someSlots))],
    [1, withdraws],
    [1, SILENCE],
  ],
  offered: [
    [6, citizen('accept-offer', offered)],
    [2, citizen('pick-slot', aSlot)],
    [1, citizen('pass-offer', () => ({}))],
    [1, staff('give-turns', 'offer-slots', forAReason(someSlots))],
    [1, withdraws],
    [2, SILENCE],
  ],
  scheduled: [
    [12, staff('check-in', 'record-attendance', () => ({ attendance: 'arrived' }))],
    [2, staff('check-in', 'record-attendance', () => ({ attendance: 'no-show' }))],
    [1, staff('check-in', 'record-attendance', () => ({ attendance: 'host-absent' }))],
    [2, citizen('move-appointment', aSlot)],
    [1, staff('give-turns', 'move-turn', aSlot)],
    [1, citizen('cancel-appointment', () => ({}))],
    [1, staff('give-turns', 'cancel-turn', () => ({ text: TEXT }))],
    [1, withdraws],
    [1, SILENCE],
  ],
  met: [
    [10, staff('record-outcome', 'record-outcome', (seen) => ({ result: 'met', comment: TEXT, orders: orders(seen) }))],
    [1, SILENCE],
  ],
  'in-follow-up': [
    [8, onOrder('report-order-done', () => ({ letterNumber: '7' }))],
    [2, onOrder('renew-order', laterDay)],
    [1, onOrder('bar-order', () => ({ ground: TEXT }))],
    [1, staff('issue-orders', 'add-order', (seen) => orders(seen)[0] ?? NOTHING)],
    ...answersToOrders,
    [2, SILENCE],
  ],
  'awaiting-confirmation': [
    ...answersToOrders,
    [4, citizen('confirm-outcome', ({ dice }) => (dice(4) === 0 ? { settled: false, text: TEXT } : { settled: true }))],
    [2, SILENCE],
  ],
  closed: [
    [1, citizen('object', () => ({ text: TEXT }))],
    [1, citizen('rate', () => ({ stars: 4 }))],
    [6, SILENCE],
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

const stands = ({ roles }: User, owner: Owner): boolean =>
  owner.kind === 'staff' && roles.some(({ role, unit }) => role === owner.role && unit === owner.unit);
