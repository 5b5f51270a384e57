import type { Context, Draft } from './change.ts';
import { event } from './change.ts';
import type { Desk, Place } from './escalation.ts';
import { coordinatorRung, isTopRung, rungDays, standAt } from './escalation.ts';
import type { Letter } from './letter.ts';
import { letter } from './letter.ts';
import { calendarOf, policiesOf } from './office.ts';
import { isOpen, isSettled, type Order } from './order.ts';
import type { Owner } from './owner.ts';
import { CITIZEN } from './owner.ts';
import { rankOf } from './queue.ts';
import type { At, ClosingReason, Request } from './request.ts';
import { secondAsking } from './second-asking.ts';
import type { TimelineEvent } from './timeline.ts';
import type { Deadline } from './working-time.ts';
import { afterWorkingDays } from './working-time.ts';

/** A stage that has been entered, with what there is to tell about who holds it. */
export type Entered = {
  readonly draft: Draft;
  readonly events: readonly TimelineEvent[];
  readonly letters: readonly Letter[];
};

export const workingDays = (request: Pick<Request, 'unit'>, { office, at }: Context, days: number): Deadline =>
  afterWorkingDays(calendarOf(office, request.unit), at, days);

const entered = (draft: Draft, events: readonly TimelineEvent[] = [], letters: readonly Letter[] = []): Entered => ({
  draft,
  events,
  letters,
});

const passedRungs = (place: Place, context: Context): TimelineEvent[] =>
  place.passed.map((owner) => event('rung-vacant', context, { internal: true, facts: factsOf(owner) }));

const factsOf = (owner: Owner): Record<string, string> =>
  owner.kind === 'staff' ? { role: owner.role, unit: owner.unit } : {};

const heldByDesk = (request: Request, desk: Desk, context: Context, rung = 0) => {
  const place = standAt(context.office, request.unit, desk, rung, context.at);
  return { held: { owner: place.owner, rung: place.rung, chased: 0 }, events: passedRungs(place, context) };
};

/** A turn that was given back or missed is history; the timeline tells of it. */
const withoutTurn = ({ appointment: _, ...request }: Request) => request;

const heldByCitizen = { owner: CITIZEN, rung: 0, chased: 0 };

/** To the unit's desk for a decision, within the triage limit; after an objection one rung higher, for good. */
export const enterTriage = (
  request: Request,
  context: Context,
  days = policiesOf(context.office, request.unit).triageWorkingDays,
): Entered => {
  const desk = heldByDesk(request, 'expert', context, request.objections > 0 ? 1 : 0);
  return entered(
    { ...withoutTurn(request), ...desk.held, status: 'submitted', deadline: workingDays(request, context, days) },
    desk.events,
  );
};

export const enterNeedsInfo = (request: Request, context: Context, triageDaysLeft: number): Entered =>
  entered({
    ...request,
    ...heldByCitizen,
    status: 'needs-info',
    triageDaysLeft,
    deadline: citizenLimit(request, context, 'needsInfo'),
  });

export const enterAnswered = (request: Request, context: Context): Entered =>
  entered({ ...request, ...heldByCitizen, status: 'answered', deadline: citizenLimit(request, context, 'answered') });

export const enterDeclined = (request: Request, context: Context, reasonCode: string): Entered =>
  entered({
    ...request,
    ...heldByCitizen,
    status: 'declined',
    reasonCode,
    deadline: citizenLimit(request, context, 'objection'),
  });

/** Into the queue. The date promised at acceptance stays; where it has passed already, the coordinator holds the matter. */
export const enterWaiting = (request: Request, context: Context): Entered => {
  const policies = policiesOf(context.office, request.unit);
  const acceptedAt = request.acceptedAt ?? context.at;
  const promised = request.promised ?? workingDays(request, context, policies.turnOfferedWithinWorkingDays);
  const rank = rankOf(request, context.office);
  const late = promised.at <= context.at;
  const desk = heldByDesk(request, 'secretary', context, late ? coordinatorRung(context.office, request.unit, 0) : 0);
  const days = rungDays(context.office, request.unit, desk.held.rung);
  const deadline = late ? workingDays(request, context, days) : promised;
  return entered(
    { ...withoutTurn(request), ...desk.held, status: 'waiting', rank, acceptedAt, promised, deadline },
    desk.events,
  );
};

export const enterMet = (request: Request, context: Context, rung = 0): Entered => {
  const desk = heldByDesk(request, 'secretary', context, rung);
  const days = policiesOf(context.office, request.unit).outcomeWorkingDays;
  const draft: Draft = {
    ...request,
    ...desk.held,
    status: 'met',
    metAt: metAtOf(request, context),
    deadline: workingDays(request, context, days),
  };
  return entered(draft, desk.events);
};

const metAtOf = (request: Request, { at }: Context) => ('metAt' in request ? request.metAt : undefined) ?? at;

/** Where a request with these orders stands: in follow-up while one is open, else with the citizen, else closed. */
export const enterFollowUp = (request: Request, orders: readonly Order[], context: Context): Entered => {
  const metAt = metAtOf(request, context);
  const all = [...orders];
  if (all.some(isOpen)) return entered({ ...request, orders: all, chased: 0, rung: 0, status: 'in-follow-up', metAt });
  if (all.length > 0 && all.every(isSettled)) {
    const reason = all.every((order) => order.status === 'legally-barred') ? 'legally-barred' : settledReason(all);
    return enterClosed({ ...request, orders: all }, context, reason);
  }
  return entered({
    ...request,
    ...heldByCitizen,
    orders: all,
    status: 'awaiting-confirmation',
    metAt,
    deadline: citizenLimit(request, context, 'confirmation'),
  });
};

const settledReason = (orders: readonly Order[]): ClosingReason =>
  orders.some((order) => order.status === 'confirmed' && !order.silently) ? 'resolved' : 'settled-silently';

/** Reasons that the citizen may object to; the others are the citizen's own word, or final. */
const OPEN_TO_OBJECTION: readonly ClosingReason[] = [
  'resolved',
  'settled-silently',
  'answered',
  'no-show',
  'legally-barred',
  'referred-out',
];

export const enterClosed = (request: Request, context: Context, reason: ClosingReason): Entered =>
  entered(
    {
      ...request,
      ...heldByCitizen,
      status: 'closed',
      closedAt: context.at,
      reason,
      ...(OPEN_TO_OBJECTION.includes(reason) && { objectionUntil: citizenLimit(request, context, 'objection') }),
    },
    [event('closed', context, { facts: { reason } })],
    [letter('closed', 'applicant', { reason }), ...askAgainLater(request, context, reason)],
  );

/** Long after a matter was settled its citizen is asked once more; whoever has objected already has had their say. */
const askAgainLater = (request: Request, { office, at }: Context, reason: ClosingReason): Letter[] => {
  const again = request.objections > 0 ? undefined : secondAsking(request, { reason, closedAt: at }, office);
  if (!again) return [];
  const { from, until } = again;
  const asked = letter('still-done', 'applicant', { dueAt: until.at }, { closedAt: at, before: until.at });
  return [{ ...asked, sendAt: from }];
};

type CitizenLimit = 'needsInfo' | 'answered' | 'objection' | 'confirmation';

const citizenLimit = (request: Request, context: Context, limit: CitizenLimit): Deadline =>
  workingDays(request, context, policiesOf(context.office, request.unit).citizenAnswersWithinWorkingDays[limit]);

/**
 * One rung up the ladder (or to `target`), with a new limit for whoever holds it then. At the top it stays, and is looked
 * at again after the same limit; nobody is told twice.
 */
export const climb = (
  request: At<'submitted' | 'waiting' | 'scheduled' | 'met'>,
  context: Context,
  target = request.rung + 1,
): Entered => {
  const { office, at } = context;
  const limitOn = (rung: number) => workingDays(request, context, rungDays(office, request.unit, rung));
  if (isTopRung(office, request.unit, request.rung)) return entered({ ...request, deadline: limitOn(request.rung) });
  // From whichever desk a matter climbs, the rungs above are the same.
  const place = standAt(office, request.unit, 'expert', target, at);
  const facts = { ...factsOf(place.owner), step: request.step, rung: String(place.rung), ranOut: request.deadline.at };
  return entered(
    { ...request, rung: place.rung, owner: place.owner, deadline: limitOn(place.rung) },
    [...passedRungs(place, context), event('escalated', context, { facts })],
    [letter('escalated', place.owner, { step: request.step }, { statuses: [request.status] })],
  );
};
