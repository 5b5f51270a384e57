import { type CallTask, callTaskFor } from './call-task.ts';
import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { releaseHeld } from './held-slots.ts';
import { letter } from './letter.ts';
import { policiesOf } from './office.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import { spreadOf } from './reminders.ts';
import type { At, Request } from './request.ts';
import { enterClosed, enterMet, enterTriage, enterWaiting } from './stages.ts';
import { canBeTaken } from './transitions.ts';
import { wrongState } from './triage.ts';

/** The citizen completes the request; the unit's clock runs on with what was left of it. */
export const addInformation = (
  request: Request,
  { text, documents }: { text: string; documents: readonly string[] },
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'needs-info') return wrongState(request);
  const stage = enterTriage(request, context, request.triageDaysLeft);
  const facts = documents.length > 0 ? { documents: documents.join(' ') } : {};
  return agree(
    conclude(request, stage.draft, context, {
      events: [event('information-added', context, { text, facts }), ...stage.events],
    }),
  );
};

/** After a written answer: the matter is solved, or the citizen still wants to meet (the place in the queue is not lost). */
export const respond = (
  request: Request,
  response: 'solved' | 'still-want-to-meet',
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'answered') return wrongState(request);
  const stage = response === 'solved' ? enterClosed(request, context, 'answered') : enterWaiting(request, context);
  return agree(
    conclude(request, stage.draft, context, {
      events: [...(response === 'solved' ? [] : [event('still-wants-meeting', context)]), ...stage.events],
      letters: stage.letters,
    }),
  );
};

/** A meeting that brought no order: the citizen says whether that settles the matter. */
export const confirmWhole = (
  request: Request,
  settled: boolean,
  text: string | undefined,
  context: Context,
): Outcome<Change> => {
  if (request.status !== 'awaiting-confirmation' || request.orders.length > 0) return wrongState(request);
  const stage = settled ? enterClosed(request, context, 'resolved') : enterMet(request, context, 1);
  const said = settled
    ? event('order-confirmed', context)
    : event('order-disputed', context, { ...(text !== undefined && { text }) });
  return agree(conclude(request, stage.draft, context, { events: [said, ...stage.events], letters: stage.letters }));
};

/** Nobody answered in time: what was reported done counts as settled, and is counted apart. */
export const settleSilently = (request: At<'awaiting-confirmation'>, context: Context): Change => {
  const orders = request.orders.map((order) =>
    order.status === 'reported-done'
      ? { ...order, status: 'confirmed' as const, silently: true, settledAt: context.at }
      : order,
  );
  const stage = enterClosed({ ...request, orders }, context, 'settled-silently');
  return conclude(request, stage.draft, context, {
    events: stage.events,
    letters: stage.letters,
    callTasks: isSampled(request, context) ? [sampleCall(stage.draft, context)] : [],
  });
};

/** A share of the silent, drawn by their ids, is called: does silence mean that it is settled? */
const isSampled = ({ id, unit, reach }: Request, { office }: Context): boolean =>
  reach !== 'silent' && spreadOf(id) * 100 < policiesOf(office, unit).silentCallsPercent;

const sampleCall = (closed: Request, { office, at }: Context): CallTask =>
  callTaskFor({ ...closed, version: closed.version + 1 }, letter('please-confirm', 'applicant', {}, { closedAt: at }), {
    office,
    at,
    why: 'sample',
  });

/** The citizen may withdraw at any moment before the meeting. */
export const withdraw = (request: Request, text: string | undefined, context: Context): Outcome<Change> => {
  if (!canBeTaken('withdraw', request.status)) return wrongState(request);
  const startsAt = request.status === 'scheduled' ? request.appointment.startsAt : undefined;
  // From then on the record of attendance says what happened; nobody's absence is turned into a withdrawal.
  if (startsAt !== undefined && startsAt <= context.at) return refuse('too-late', { until: startsAt });
  const stage = enterClosed(request, context, 'withdrawn');
  return agree(
    conclude(request, stage.draft, context, {
      events: [event('withdrawn', context, { ...(text !== undefined && { text }) }), ...stage.events],
      letters: [letter('withdrawn', 'applicant')],
      slots: releaseHeld(request, context),
    }),
  );
};

/** A question or remark at any time; it changes nothing but reaches the one who holds the matter. */
export const askOffice = (
  request: Request,
  { text, order }: { text: string; order?: number | undefined },
  context: Context,
): Outcome<Change> => {
  if (request.status === 'closed') return wrongState(request);
  const about = order === undefined ? request : request.orders.find(({ number }) => number === order);
  if (!about) return refuse('not-found');
  const facts = order === undefined ? {} : { order: String(order) };
  return agree(
    conclude(request, request, context, {
      events: [event('asked', context, { text, facts })],
      letters: about.owner.kind === 'staff' ? [letter('message', about.owner, facts)] : [],
    }),
  );
};
