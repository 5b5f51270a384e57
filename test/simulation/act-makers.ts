import { mayHandOver, mayOnRequest, type Permission } from '../../domain/access.ts';
import type { CityData } from '../../domain/city.ts';
import { isOpen, openQuestion } from '../../domain/order.ts';
import type { Owner } from '../../domain/owner.ts';
import type { Request } from '../../domain/request.ts';
import type { Slot } from '../../domain/slot.ts';
import type { User } from '../../domain/user.ts';
import type { Station } from '../../domain/visit.ts';
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
  /** Where they are expected next on the day of the meeting. */
  readonly station: Station;
  /** Another open request of the same person. */
  readonly twin: string | undefined;
};

export type Act = (seen: Seen) => Wanted | undefined;
type Choose = (seen: Seen) => unknown;

export const TEXT = 'It is written here, as it was said.';
/** There is nothing to do it with. */
export const NOTHING = Symbol('nothing');

export const oneOf = <One>(dice: Dice, all: readonly One[]): One | undefined => all[dice(Math.max(1, all.length))];

export const staff =
  (permission: Permission, operation: string, bodyOf: Choose = () => undefined): Act =>
  (seen) => {
    const { request, office } = seen;
    const caller = office.users.find((user) => mayOnRequest(user, permission, request, office));
    const body = bodyOf(seen);
    return caller && body !== NOTHING ? { operation, caller, body } : undefined;
  };

export const citizen =
  (operation: string, bodyOf: Choose = () => undefined): Act =>
  (seen) => {
    const body = bodyOf(seen);
    return body === NOTHING ? undefined : { operation, caller: 'citizen', body };
  };

/** The citizen says it at the counter or by phone, and a clerk records it. */
export const told = (act: string, more: Choose = () => ({})): Act =>
  staff('act-for-citizen', 'record-citizen-act', (seen) => {
    const said = more(seen);
    return said === NOTHING ? NOTHING : { act, means: 'phone', ...Object(said) };
  });

export const corrects = (field: string, more: (seen: Seen) => object = () => ({})): Act =>
  staff('correct', 'correct-request', (seen) => ({ field, reason: TEXT, ...more(seen) }));

/** Everybody wants one of the next turns. */
export const aSlot: Choose = ({ dice, free }) => {
  const slot = oneOf(dice, free.slice(0, 4));
  return slot ? { slot: slot.id } : NOTHING;
};

/** Whoever is not the head of the queue passes others only for a reason; now and then it is left out, and refused. */
export const forAReason =
  (choose: Choose): Choose =>
  (seen) => {
    const chosen = choose(seen);
    return chosen === NOTHING || seen.dice(4) === 0 ? chosen : { ...Object(chosen), reason: 'urgent-need' };
  };

export const someSlots: Choose = ({ dice, free }) => {
  const slots = free.slice(0, 1 + dice(3)).map(({ id }) => id);
  return slots.length > 0 ? { slots } : NOTHING;
};

export const offered: Choose = ({ request, dice }) => {
  const slot = request.status === 'offered' ? oneOf(dice, request.offered) : undefined;
  return slot ? { slot: slot.slot } : NOTHING;
};

export const orders = ({ request, dice }: Seen) =>
  Array.from({ length: dice(3) }, (_, number) => ({
    text: `Mend lamp ${number} of visit ${request.turns}.`,
    unit: request.unit,
  }));

/** Whoever may carry out one of the open orders, or change it, does so. */
export const onOrder =
  (operation: string, bodyOf: Choose): Act =>
  (seen) => {
    const { request, office, dice } = seen;
    const order = oneOf(dice, request.orders.filter(isOpen));
    const caller = order && office.users.find((user) => mayDo(operation, user, order, request, office));
    return order && caller ? { operation, caller, params: { number: order.number }, body: bodyOf(seen) } : undefined;
  };

const CARRIED_OUT_BY_THE_OWNER = ['report-order-done', 'ask-about-order'];
const mayDo = (
  operation: string,
  user: User,
  order: Request['orders'][number],
  request: Request,
  office: CityData,
): boolean => {
  if (CARRIED_OUT_BY_THE_OWNER.includes(operation)) return stands(user, order.owner);
  if (operation === 'hand-over-order') return mayHandOver(user, request, order, office);
  return mayOnRequest(user, 'change-orders', request, office);
};
const stands = ({ roles }: User, owner: Owner): boolean =>
  owner.kind === 'staff' && roles.some(({ role, unit }) => role === owner.role && unit === owner.unit);

/** The citizen on an order that was reported as done, or on one that waits for their answer. */
export const onReported =
  (operation: string, body?: unknown): Act =>
  ({ request, dice }) => {
    const isMeant = (order: Request['orders'][number]) =>
      operation === 'answer-order' ? openQuestion(order) !== undefined : order.status === 'reported-done';
    const order = oneOf(dice, request.orders.filter(isMeant));
    return order && { operation, caller: 'citizen', params: { order: order.number }, body };
  };

/** Whoever may put right what was recorded of both requests of a person. */
export const onTwin =
  (operation: string, bodyOf: (twin: string) => object): Act =>
  ({ request, office, twin }) => {
    const caller = office.users.find(({ roles }) =>
      roles.some((held) => held.role === 'unit-manager' && held.unit === 'hq'),
    );
    return twin !== undefined && caller && request.applicantKey ? { operation, caller, body: bodyOf(twin) } : undefined;
  };
