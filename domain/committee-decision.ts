import type { Change, Context } from './change.ts';
import { event } from './change.ts';
import type { Committee, Matter } from './committee.ts';
import { convert } from './conversion.ts';
import { rungDays } from './escalation.ts';
import { letter } from './letter.ts';
import { calendarOf } from './office.ts';
import { factsOf, onOrder } from './on-order.ts';
import type { Order } from './order.ts';
import { placeOrder } from './order-place.ts';
import { addOrder, bar, renew, reportDone } from './orders.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import type { Request } from './request.ts';
import type { LocalDate } from './time.ts';
import { afterWorkingDays } from './working-time.ts';

/** What a committee may decide about a matter; each is an act that the order or the request knows already. */
export type MatterDecision =
  | { readonly kind: 'order'; readonly text: string; readonly unit: string; readonly dueOn?: LocalDate | undefined }
  | { readonly kind: 'renew'; readonly text: string; readonly dueOn: LocalDate }
  | { readonly kind: 'return'; readonly text: string }
  | { readonly kind: 'settle'; readonly text: string; readonly letterNumber: string }
  | { readonly kind: 'bar'; readonly text: string };

/** Decided while the committee sits, once. */
export const mayDecide = ({ openedAt, closedAt }: Committee, { decision }: Matter): Outcome<void> => {
  if (openedAt === undefined) return refuse('wrong-state', { status: 'planned' });
  if (closedAt !== undefined) return refuse('wrong-state', { status: 'closed' });
  return decision === undefined ? agree(undefined) : refuse('already-recorded');
};

/** What the decision does to the request. Settled is what was done with proof: the citizen has the last word on it. */
export const decideMatter = (
  request: Request,
  { committee, matter }: { committee: Committee; matter: Matter },
  decision: MatterDecision,
  context: Context,
): Outcome<Change> => {
  const { order } = matter;
  const done = (): Outcome<Change> => {
    switch (decision.kind) {
      case 'order':
        return addOrder(request, decision, context);
      case 'renew':
        return renew(request, { order, dueOn: decision.dueOn, reason: decision.text }, context);
      case 'return':
        return returnOrder(request, { order, text: decision.text }, context);
      case 'settle': {
        const proof = { letterNumber: decision.letterNumber, note: decision.text };
        return reportDone(request, { order, proof }, context);
      }
      case 'bar':
        return bar(request, { order, ground: decision.text }, context);
    }
  };
  return withLine(done(), { committee, matter }, decision, context);
};

/** The matter is heard by an official: the order goes on beside the meeting. */
export const decideToMeet = (
  request: Request,
  of: { committee: Committee; matter: Matter },
  { meeting, text }: { meeting: Pick<Request, 'id' | 'code' | 'unit'>; text: string },
  context: Context,
): Outcome<Change> => withLine(convert(request, meeting, text, context), of, { kind: 'meet' }, context);

const withLine = (
  change: Outcome<Change>,
  { committee, matter }: { committee: Committee; matter: Matter },
  { kind }: { kind: string },
  context: Context,
): Outcome<Change> => {
  if (!change.agreed) return change;
  const facts = { order: String(matter.order), committee: committee.id, decision: kind, unit: committee.unit };
  return agree({ ...change.value, events: [...change.value.events, event('committee-decided', context, { facts })] });
};

/** Back to the unit with a note, but to its manager and not to the same desk, with the limit of that rung. */
const returnOrder = (
  request: Request,
  { order: number, text }: { order: number; text: string },
  context: Context,
): Outcome<Change> =>
  onOrder(request, { order: number, act: 'hand-over' }, context, (order) => {
    const { office, at } = context;
    const { held, passed } = placeOrder(order, 1, context);
    const until = afterWorkingDays(calendarOf(office, order.unit), at, rungDays(office, order.unit, held.rung));
    const clock: Partial<Order> =
      order.overdueSince === undefined
        ? { due: until, climbsAt: until.at }
        : { climbsAt: until.at, rungSum: until.sum };
    const facts = factsOf(order, { rung: String(held.rung), dueAt: until.at });
    return agree({
      order: { ...order, ...held, ...clock },
      event: event('order-returned', context, { text, facts }),
      passed,
      letters: [letter('escalated', held.owner, factsOf(order, { step: 'follow-up' }), { statuses: ['in-follow-up'] })],
    });
  });
