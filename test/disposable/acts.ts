import { mayOnRequest, type Permission } from '../../domain/access.ts';
import type { CityData } from '../../domain/city.ts';
import { isOpen } from '../../domain/order.ts';
import type { Owner } from '../../domain/owner.ts';
import type { Request } from '../../domain/request.ts';
import type { Slot } from '../../domain/slot.ts';
import { type LocalDate, localDateOf, plusDays } from '../../domain/time.ts';
import type { User } from '../../domain/user.ts';
import type { Wanted } from '../simulation/acts.ts';
import { holder } from '../simulation/people.ts';

/** What whoever acts can see: the request, the city, and the turns that are free. */
export type Seen = {
  readonly request: Request;
  readonly office: CityData;
  readonly free: readonly Slot[];
  /** A day on which no session is planned yet. */
  readonly on: LocalDate;
};
type Act = (seen: Seen) => Wanted;
type BodyOf = (seen: Seen) => unknown;

const TEXT = 'It is written here, as it was said.';

const staff =
  (permission: Permission, operation: string, body: BodyOf = () => ({})): Act =>
  (seen) => {
    const { request, office } = seen;
    const caller = office.users.find((user) => mayOnRequest(user, permission, request, office));
    if (!caller) throw new Error(`Nobody may ${permission} while it is ${request.status}`);
    return { operation, caller, body: body(seen) };
  };
const citizen =
  (operation: string, body: BodyOf = () => ({})): Act =>
  (seen) => ({ operation, caller: 'citizen', body: body(seen) });

const aSlot = ({ free: [slot] }: Seen) => ({ slot: slot?.id });
const offered = ({ request }: Seen) => ({ slot: request.status === 'offered' ? request.offered[0]?.slot : undefined });
const said = () => ({ text: TEXT });

/** Whoever has the first open order in hand. */
const onOpenOrder =
  (operation: string, body: BodyOf, by: (owner: Owner, seen: Seen) => User | undefined): Act =>
  (seen) => {
    const order = seen.request.orders.find(isOpen);
    const caller = order && by(order.owner, seen);
    if (!order || !caller) throw new Error(`Nobody can ${operation} while it is ${seen.request.status}`);
    return { operation, caller, params: { number: order.number }, body: body(seen) };
  };
const itsOwner = ({ kind, ...owner }: Owner, { office }: Seen) =>
  office.users.find(
    ({ roles }) =>
      kind === 'staff' && 'role' in owner && roles.some(({ role, unit }) => role === owner.role && unit === owner.unit),
  );
const whoMayChangeIt = (_: Owner, { request, office }: Seen) =>
  office.users.find((user) => mayOnRequest(user, 'change-orders', request, office));

const onReportedOrder =
  (operation: string, body: unknown): Act =>
  ({ request }) => {
    const order = request.orders.find(({ status }) => status === 'reported-done');
    if (!order) throw new Error(`Nothing is reported done while it is ${request.status}`);
    return { operation, caller: 'citizen', params: { order: order.number }, body };
  };
const laterDay = ({ request, office }: Seen) => ({
  dueOn: plusDays(localDateOf(request.until, office.city.timeZone), 21),
  reason: TEXT,
});
const lamps = (number: number) => (seen: Seen) => ({
  result: 'met',
  comment: TEXT,
  orders: Array.from({ length: number }, (_, lamp) => ({ text: `Mend lamp ${lamp}.`, unit: seen.request.unit })),
});

const planSession: Act = ({ request: { official, unit }, office: { users, venues }, on }) => {
  const venue = venues.find((each) => each.unit === unit)?.id ?? venues[0]?.id;
  const body = { venue, mode: 'in-person', on, from: '10:00', to: '11:00' };
  return { operation: 'plan-session', caller: holder(users, 'unit-manager', unit), params: { official }, body };
};

/** The unit is shut on the day of the turn; without one, tomorrow. */
const closeOffice: Act = ({ request: { unit, appointment, submittedAt }, office: { users, city } }) => {
  const on = appointment
    ? localDateOf(appointment.startsAt, city.timeZone)
    : plusDays(localDateOf(submittedAt, city.timeZone), 1);
  const body = { unit, on, reason: { en: 'Flood', fa: 'سیل' } };
  return { operation: 'close-office', caller: holder(users, 'administrator'), body };
};

/** All that people do to a request in the written lives, by the names under which the lives call them. */
export const ACTS = {
  accept: staff('triage', 'accept-request'),
  ask: staff('triage', 'ask-citizen', said),
  'add-information': citizen('add-information', said),
  answer: staff('triage', 'answer-request', said),
  'still-want-to-meet': citizen('respond-to-answer', () => ({ response: 'still-want-to-meet' })),
  solved: citizen('respond-to-answer', () => ({ response: 'solved' })),
  decline: staff('triage', 'decline-request', () => ({ reasonCode: 'other', text: TEXT })),
  object: citizen('object', said),
  refer: staff('triage', 'refer-request', () => ({ official: 'old-town-alderman', text: TEXT })),
  withdraw: citizen('withdraw-request'),
  'ask-office': citizen('ask-office', said),
  'give-turn': staff('give-turns', 'give-turn', aSlot),
  offer: staff('give-turns', 'offer-slots', ({ free }) => ({ slots: free.slice(0, 2).map(({ id }) => id) })),
  'accept-offer': citizen('accept-offer', offered),
  'pick-slot': citizen('pick-slot', aSlot),
  'pass-offer': citizen('pass-offer'),
  'move-appointment': citizen('move-appointment', aSlot),
  'move-turn': staff('give-turns', 'move-turn', aSlot),
  'cancel-appointment': citizen('cancel-appointment'),
  'cancel-turn': staff('give-turns', 'cancel-turn', said),
  arrive: staff('check-in', 'record-attendance', () => ({ attendance: 'arrived' })),
  'no-show': staff('check-in', 'record-attendance', () => ({ attendance: 'no-show' })),
  'host-absent': staff('check-in', 'record-attendance', () => ({ attendance: 'host-absent' })),
  'outcome-without-orders': staff('record-outcome', 'record-outcome', lamps(0)),
  'outcome-with-orders': staff('record-outcome', 'record-outcome', lamps(2)),
  'add-order': staff('issue-orders', 'add-order', ({ request }) => ({ text: 'Mend the bench.', unit: request.unit })),
  report: onOpenOrder('report-order-done', () => ({ letterNumber: '7' }), itsOwner),
  renew: onOpenOrder('renew-order', laterDay, whoMayChangeIt),
  bar: onOpenOrder('bar-order', () => ({ ground: TEXT }), whoMayChangeIt),
  'hand-over': onOpenOrder('hand-over-order', () => ({ unit: 'old-town', reason: TEXT }), whoMayChangeIt),
  'confirm-order': onReportedOrder('confirm-order', undefined),
  'dispute-order': onReportedOrder('dispute-order', { text: TEXT }),
  settled: citizen('confirm-outcome', () => ({ settled: true })),
  unsettled: citizen('confirm-outcome', () => ({ settled: false, text: TEXT })),
  'plan-session': planSession,
  'close-office': closeOffice,
  'show-case': staff('read-case', 'show-case'),
  'check-in': staff('check-in', 'check-in', ({ request }) => ({ code: request.code })),
  'wish-for-earlier': citizen('wish-for-earlier', () => ({ wanted: true })),
  'forget-the-wish': citizen('wish-for-earlier', () => ({ wanted: false })),
  rate: citizen('rate', () => ({ stars: 4 })),
} as const satisfies Record<string, Act>;
export type ActName = keyof typeof ACTS;
