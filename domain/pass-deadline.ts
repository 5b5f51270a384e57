import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { settleSilently } from './citizen-word.ts';
import { coordinatorRung } from './escalation.ts';
import { letter } from './letter.ts';
import { keepOffered, lapseOffer } from './offers.ts';
import { policiesOf } from './office.ts';
import { climbOverdue } from './overdue.ts';
import type { At, Request } from './request.ts';
import { climb, type Entered, enterClosed, enterTriage, workingDays } from './stages.ts';

/**
 * The office's duty when a deadline has passed. It acts on what is due now, whatever it was called for.
 *
 * @returns the change, whose next instant is always later than `context.at`; nothing if nothing is due
 */
export const passDeadline = (request: Request, context: Context): Change | undefined => {
  if (request.until > context.at) return undefined;
  switch (request.status) {
    case 'submitted':
      return concluded(request, climb(request, context), context);
    case 'waiting':
      return concluded(
        request,
        climb(request, context, coordinatorRung(context.office, request.unit, request.rung)),
        context,
      );
    case 'offered':
      return request.silenceKeeps ? keepOffered(request, context) : lapseOffer(request, context);
    case 'scheduled':
      return request.reminders.length > 0 ? remind(request, context) : chaseOutcome(request, context);
    case 'met':
      return chaseOutcome(request, context);
    case 'in-follow-up':
      return climbOverdue(request, context) ?? conclude(request, request, context, { events: [] });
    case 'needs-info':
      return withoutInformation(request, context);
    case 'answered':
      return concluded(request, enterClosed(request, context, 'answered'), context);
    case 'declined':
      return concluded(request, enterClosed(request, context, 'declined'), context);
    case 'awaiting-confirmation':
      return settleSilently(request, context);
    case 'closed':
      return undefined;
  }
};

const concluded = (request: Request, stage: Entered, context: Context): Change =>
  conclude(request, stage.draft, context, stage);

/** The citizen did not complete the request in time: the unit decides on what it has, with what was left of its limit. */
const withoutInformation = (request: At<'needs-info'>, context: Context): Change => {
  const stage = enterTriage(request, context, request.triageDaysLeft);
  return conclude(request, stage.draft, context, { events: [event('information-missing', context), ...stage.events] });
};

/** A reminder is sent before the start or not at all; of two that are due at once only the later one is. */
const remind = (request: At<'scheduled'>, context: Context): Change => {
  const pending = request.reminders.filter((time) => time > context.at);
  const draft = { ...request, reminders: pending };
  const { number, startsAt, session, slot } = request.appointment;
  if (startsAt <= context.at) {
    return conclude(request, draft, context, { events: [event('reminder-dropped', context, { internal: true })] });
  }
  const template = pending.length > 0 ? 'reminder' : 'last-reminder';
  return conclude(request, draft, context, {
    events: [event('reminded', context, { facts: { startsAt } })],
    letters: [
      letter(
        template,
        'applicant',
        { startsAt, session, slot },
        { statuses: ['scheduled'], appointment: number, before: startsAt },
      ),
    ],
  });
};

/** First the secretary is chased, with one more limit; then the matter climbs. */
const chaseOutcome = (request: At<'scheduled' | 'met'>, context: Context): Change => {
  if ((request.chased ?? 0) > 0) return concluded(request, climb(request, context), context);
  const days = policiesOf(context.office, request.unit).outcomeWorkingDays;
  const draft = { ...request, chased: 1, deadline: workingDays(request, context, days) };
  return conclude(request, draft, context, {
    events: [event('outcome-chased', context, { internal: true })],
    letters: [letter('outcome-due', request.owner, {}, { statuses: [request.status] })],
  });
};
