import type { Change, Context } from './change.ts';
import { event } from './change.ts';
import { letter } from './letter.ts';
import { calendarOf, policiesOf } from './office.ts';
import { factsOf, onOrder, withoutQuestion } from './on-order.ts';
import { deadlineOf, type Order, openQuestion } from './order.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse } from './outcome.ts';
import type { Request } from './request.ts';
import { workingDays } from './stages.ts';
import { afterWorkingDays, workingDaysBetween } from './working-time.ts';

/** So often may an order wait for the citizen: a clock that can be stopped again and again would never be late. */
const MOST_QUESTIONS = 3;

/** Something that only the citizen can tell or do. The order stays with whoever holds it, but its clock stands still. */
export const askAboutOrder = (
  request: Request,
  { order: number, text }: { order: number; text: string },
  context: Context,
): Outcome<Change> =>
  onOrder(request, { order: number, act: 'ask' }, context, (order) => {
    const questions = order.questions ?? [];
    if (questions.length >= MOST_QUESTIONS) return refuse('limit-reached');
    const { office, at } = context;
    const limit = policiesOf(office, request.unit).citizenAnswersWithinWorkingDays.needsInfo;
    const until = workingDays(request, context, limit);
    const daysLeft = workingDaysBetween(calendarOf(office, order.unit), at, deadlineOf(order).at);
    return agree({
      order: { ...order, questions: [...questions, { text, askedAt: at, until, daysLeft }], climbsAt: until.at },
      event: event('order-asked', context, { text, facts: factsOf(order, { dueAt: until.at }) }),
      letters: [letter('order-question', 'applicant', factsOf(order, { dueAt: until.at }), { before: until.at })],
    });
  });

/** The citizen has told or done it: the clock runs on with the working days that were left. */
export const answerOrder = (
  request: Request,
  { order: number, text, documents = [] }: { order: number; text: string; documents?: readonly string[] },
  context: Context,
): Outcome<Change> =>
  onOrder(request, { order: number, act: 'answer' }, context, (order) => {
    const brought = documents.length > 0 ? { documents: [...documents] } : {};
    const resumed = runsOn(withoutQuestion(order, { endedAt: context.at, answer: text, ...brought }), order, context);
    const facts = {
      ...resumedFacts(order, resumed),
      ...(documents.length > 0 && { documents: documents.join(' ') }),
    };
    return agree({
      order: resumed,
      event: event('order-answered', context, { text, facts }),
      letters: [letter('message', order.owner, factsOf(order))],
    });
  });

/** The citizen's limit has passed: the clock runs on all the same, and whoever holds the order acts on what they have. */
export const resumeUnanswered = (order: Order, context: Context): Order =>
  runsOn(withoutQuestion(order, { endedAt: context.at }), order, context);

/** Which date moved with the paused time: the due date or, once overdue, the end of the time on the rung. */
export const resumedFacts = (paused: Order, resumed: Order) =>
  paused.overdueSince === undefined
    ? factsOf(paused, { of: 'order', was: paused.due.at, dueAt: resumed.due.at })
    : factsOf(paused, { of: 'rung', dueAt: resumed.climbsAt ?? resumed.due.at });

const runsOn = (order: Order, paused: Order, { office, at }: Context): Order => {
  const daysLeft = openQuestion(paused)?.daysLeft ?? 0;
  const left = afterWorkingDays(calendarOf(office, order.unit), at, daysLeft);
  return order.overdueSince === undefined
    ? { ...order, due: left, climbsAt: left.at }
    : { ...order, climbsAt: left.at, rungSum: left.sum };
};
