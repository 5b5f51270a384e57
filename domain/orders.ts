import { isWorkingDay } from './calendar.ts';
import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { standAt } from './escalation.ts';
import { letter } from './letter.ts';
import { calendarOf, deskUnitOf, findOfficial, findUnit, isCurrent, policiesOf, today } from './office.ts';
import type { Order, Proof } from './order.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Request } from './request.ts';
import { enterFollowUp } from './stages.ts';
import type { LocalDate } from './time.ts';
import type { TimelineEvent } from './timeline.ts';
import { wrongState } from './triage.ts';
import { afterWorkingDays, dueOn } from './working-time.ts';

/** An order as the official gives it; without a date it is due after the policy's working days. */
export type OrderWish = {
  readonly text: string;
  readonly unit: string;
  readonly dueOn?: LocalDate | undefined;
  readonly box?: Order['box'] | undefined;
  readonly cut?: string | undefined;
  readonly sharedWithOwner?: boolean | undefined;
};

type Issued = { orders: Order[]; events: TimelineEvent[]; letters: ReturnType<typeof letter>[] };

/** Turns wishes into open orders, each with its one owner, one deadline; the calendar is that of the unit that must act. */
export const issue = (
  request: Request,
  wishes: readonly OrderWish[],
  context: Context,
  pathOf = (index: number) => `orders.${index}.`,
): Outcome<Issued> => {
  const issued: Issued = { orders: [], events: [], letters: [] };
  for (const [index, wish] of wishes.entries()) {
    const due = dueDateOf(wish, pathOf(index), context);
    if (!due.agreed) return due;
    const place = standAt(context.office, wish.unit, 'owner', 0, context.at);
    const number = request.orders.length + index + 1;
    const holder = findOfficial(context.office, request.official)?.holder;
    issued.orders.push({
      ...{ number, text: wish.text, official: request.official, unit: wish.unit, owner: place.owner },
      ...{ status: 'open', issuedAt: context.at, due: due.value, rung: place.rung, climbsAt: due.value.at },
      ...{ disputes: 0, renewals: 0 },
      ...(holder && { holder: Object.values(holder)[0] }),
      ...(wish.box && { box: wish.box }),
      ...(wish.cut !== undefined && { cut: wish.cut }),
      ...(wish.sharedWithOwner && { sharedWithOwner: true }),
    });
    issued.events.push(
      event('order-issued', context, {
        text: wish.text,
        facts: { order: String(number), unit: wish.unit, dueAt: due.value.at },
      }),
    );
    issued.letters.push(letter('escalated', place.owner, { step: 'follow-up', order: String(number) }));
  }
  return agree(issued);
};

const dueDateOf = (wish: OrderWish, path: string, { office, at }: Context): Outcome<Order['due']> => {
  const unit = findUnit(office, wish.unit);
  if (!unit || !isCurrent(unit, today(office, at))) return refuseField(`${path}unit`, 'outside-the-city');
  const calendar = calendarOf(office, wish.unit);
  if (wish.dueOn === undefined)
    return agree(afterWorkingDays(calendar, at, policiesOf(office, wish.unit).orderDueWorkingDays));
  if (wish.dueOn < today(office, at)) return refuseField(`${path}dueOn`, 'in-the-past');
  if (!isWorkingDay(calendar, wish.dueOn)) return refuseField(`${path}dueOn`, 'closed-that-day');
  return agree(dueOn(calendar, wish.dueOn, at));
};

/** One more order after the outcome was recorded. */
export const addOrder = (request: Request, wish: OrderWish, context: Context): Outcome<Change> => {
  if (request.status !== 'in-follow-up' && request.status !== 'awaiting-confirmation') return wrongState(request);
  const issued = issue(request, [wish], context, () => '');
  if (!issued.agreed) return issued;
  return agree(
    concludeOrders(request, [...request.orders, ...issued.value.orders], context, issued.value.events, [
      letter('outcome', 'applicant', { orders: '1' }),
      ...issued.value.letters,
    ]),
  );
};

const concludeOrders = (
  request: Request,
  orders: readonly Order[],
  context: Context,
  events: readonly TimelineEvent[],
  letters: readonly ReturnType<typeof letter>[],
): Change => {
  const stage = enterFollowUp(request, orders, context);
  const asksToConfirm = stage.draft.status === 'awaiting-confirmation' && request.status !== 'awaiting-confirmation';
  return conclude(request, stage.draft, context, {
    events: [...events, ...stage.events],
    letters: [
      ...letters,
      ...stage.letters,
      ...(asksToConfirm ? [letter('please-confirm', 'applicant', {}, { statuses: ['awaiting-confirmation'] })] : []),
    ],
  });
};

/** Every act on one order: finds it, checks the stage, applies the rule, and sees where the request stands then. */
const onOrder = (
  request: Request,
  number: number,
  context: Context,
  act: (order: Order) => Outcome<{ order: Order; event: TimelineEvent; letters?: ReturnType<typeof letter>[] }>,
): Outcome<Change> => {
  if (request.status !== 'in-follow-up' && request.status !== 'awaiting-confirmation') return wrongState(request);
  const order = request.orders.find((candidate) => candidate.number === number);
  if (!order) return refuse('not-found');
  const acted = act(order);
  if (!acted.agreed) return acted;
  const orders = request.orders.map((candidate) => (candidate === order ? acted.value.order : candidate));
  return agree(concludeOrders(request, orders, context, [acted.value.event], acted.value.letters ?? []));
};

const facts = (order: Order, more: Record<string, string> = {}) => ({ order: String(order.number), ...more });

const notClimbing = ({ climbsAt: _, rungSum: __, overdueSince: ___, ...order }: Order): Order => order;

/** The owner reports the order done, with what proves it. Only the citizen's word settles it. */
export const reportDone = (
  request: Request,
  { order: number, proof }: { order: number; proof: Proof },
  context: Context,
) =>
  onOrder(request, number, context, (order) => {
    if (order.status !== 'open') return refuse('wrong-state', { status: order.status });
    if (proof.letterNumber === undefined && proof.document === undefined) return refuseField('proof', 'empty');
    return agree({
      order: { ...notClimbing(order), status: 'reported-done', proof, reportedAt: context.at },
      event: event('order-reported', context, {
        facts: facts(order, {
          ...(proof.letterNumber && { letterNumber: proof.letterNumber }),
          ...(proof.document && { document: proof.document }),
        }),
        ...(proof.note !== undefined && { text: proof.note }),
      }),
      letters: [letter('order-reported', 'applicant', facts(order))],
    });
  });

/** A new due date, with a reason that the citizen sees; counted, never silent. */
export const renew = (
  request: Request,
  { order: number, dueOn: on, reason }: { order: number; dueOn: LocalDate; reason: string },
  context: Context,
) =>
  onOrder(request, number, context, (order) => {
    if (order.status !== 'open') return refuse('wrong-state', { status: order.status });
    const calendar = calendarOf(context.office, order.unit);
    if (on < today(context.office, context.at)) return refuseField('dueOn', 'in-the-past');
    if (!isWorkingDay(calendar, on)) return refuseField('dueOn', 'closed-that-day');
    const due = dueOn(calendar, on, context.at);
    if (due.at <= order.due.at) return refuseField('dueOn', 'not-later');
    const place = standAt(context.office, order.unit, 'owner', 0, context.at);
    return agree({
      order: {
        ...notClimbing(order),
        due,
        climbsAt: due.at,
        rung: place.rung,
        owner: place.owner,
        renewals: order.renewals + 1,
        renewalReason: reason,
      },
      event: event('order-renewed', context, { text: reason, facts: facts(order, { dueAt: due.at }) }),
      letters: [letter('order-renewed', 'applicant', facts(order, { dueAt: due.at }))],
    });
  });

/** The law stands against it: settled with its ground, unless the citizen objects (once). */
export const bar = (request: Request, { order: number, ground }: { order: number; ground: string }, context: Context) =>
  onOrder(request, number, context, (order) =>
    order.status !== 'open'
      ? refuse('wrong-state', { status: order.status })
      : agree({
          order: { ...notClimbing(order), status: 'legally-barred', legalGround: ground, settledAt: context.at },
          event: event('order-barred', context, { text: ground, facts: facts(order) }),
          letters: [letter('order-barred', 'applicant', facts(order))],
        }),
  );

/** The citizen says that it is done. */
export const confirmOrder = (request: Request, number: number, context: Context) =>
  onOrder(request, number, context, (order) =>
    order.status !== 'reported-done'
      ? refuse('wrong-state', { status: order.status })
      : agree({
          order: { ...order, status: 'confirmed', settledAt: context.at },
          event: event('order-confirmed', context, { facts: facts(order) }),
        }),
  );

/** The citizen says that it is not done, or objects (once) to a legal bar: open again, one rung up, not back to the same desk. */
export const disputeOrder = (
  request: Request,
  { order: number, text }: { order: number; text: string },
  context: Context,
) =>
  onOrder(request, number, context, (order) => {
    if (order.status === 'legally-barred' && order.barObjected) return refuse('objection-used');
    if (order.status !== 'reported-done' && order.status !== 'legally-barred') {
      return refuse('wrong-state', { status: order.status });
    }
    const reopened = reopenOrder(order, context);
    return agree({
      order: reopened,
      event: event('order-disputed', context, { text, facts: facts(order, { rung: String(reopened.rung) }) }),
      letters: [
        letter('escalated', reopened.owner, facts(order, { step: 'follow-up' }), { statuses: ['in-follow-up'] }),
      ],
    });
  });

/** Open again one rung above where it stood, with the ladder's limit. */
export const reopenOrder = ({ settledAt: _, silently: __, ...order }: Order, { office, at }: Context): Order => {
  const place = standAt(office, order.unit, 'owner', order.rung + 1, at);
  const due = afterWorkingDays(
    calendarOf(office, deskUnitOf(office, order.unit)),
    at,
    policiesOf(office, order.unit).rungWorkingDays,
  );
  return {
    ...notClimbing(order),
    status: 'open',
    rung: place.rung,
    owner: place.owner,
    due,
    climbsAt: due.at,
    disputes: order.disputes + 1,
    ...(order.status === 'legally-barred' && { barObjected: true }),
  };
};
