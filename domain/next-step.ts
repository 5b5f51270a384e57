import { deadlineOf, isOpen, mostUrgent, nextOn, type Order, openQuestion } from './order.ts';
import type { Owner } from './owner.ts';
import type { Request, Step } from './request.ts';
import type { Instant } from './time.ts';
import { plusMinutes } from './time.ts';
import type { Deadline } from './working-time.ts';

/**
 * What is due on a request if nobody intervenes: the wait it stands at, who owns it, by when, and the instant at which the
 * workflow must look (equal to the deadline, but for reminders before it and for orders whose ladder the schedule climbs).
 */
export type NextStep = {
  readonly step: Step;
  readonly owner: Owner;
  readonly deadline: Deadline;
  readonly wakeAt: Instant;
};

/** An execution lives one year; a matter that only the schedule moves is looked at again after this many days. */
const LOOK_AGAIN_AFTER_DAYS = 300;
const MINUTES_A_DAY = 24 * 60;

/**
 * @param at the moment of the decision; the wake is always later than it, unless a deadline has passed unattended.
 */
export const nextStep = (request: Request, at: Instant): NextStep => {
  const { owner, deadline } = request;
  const due = (step: Step, wakeAt: Instant = deadline.at): NextStep => ({ step, owner, deadline, wakeAt });

  switch (request.status) {
    case 'submitted':
    case 'needs-info':
      return due('triage');
    case 'waiting':
    case 'offered':
      return due('slot');
    case 'scheduled': {
      const [first, second] = request.reminders;
      if (first !== undefined) return due(second === undefined ? 'last-reminder' : 'reminder', first);
      return due('meeting');
    }
    case 'met':
      return due('meeting');
    case 'in-follow-up':
      return followUp(request, at);
    case 'answered':
    case 'declined':
    case 'awaiting-confirmation':
      return due('confirmation');
    case 'closed':
      return due('closed', request.closedAt);
  }
};

/** The request's own duty is that of its most urgent open order; the workflow wakes for the next order to become overdue or unanswered. */
const followUp = (request: Extract<Request, { status: 'in-follow-up' }>, at: Instant): NextStep => {
  const urgent = mostUrgent(request.orders);
  if (urgent === undefined) throw new Error(`Request ${request.id} is in follow-up without an open order`);
  const nextDue = request.orders
    .filter((order) => isOpen(order) && (order.overdueSince === undefined || openQuestion(order)))
    .map((order) => openQuestion(order)?.until.at ?? order.due.at)
    .toSorted()[0];
  return {
    step: 'follow-up',
    owner: nextOn(urgent),
    deadline: deadlineOf(urgent),
    wakeAt: nextDue ?? lookAgainAt(request.orders, at),
  };
};

/** Counted from the last order that became overdue, so that a climb of the ladder, or a note, leaves the wake where it is. */
const lookAgainAt = (orders: readonly Order[], at: Instant): Instant => {
  const overdueSince = orders.flatMap((order) => order.overdueSince ?? []);
  let next = overdueSince.toSorted().at(-1) ?? at;
  while (next <= at) next = plusMinutes(next, LOOK_AGAIN_AFTER_DAYS * MINUTES_A_DAY);
  return next;
};
