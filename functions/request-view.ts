import type * as z from 'zod/mini';
import type {
  AppointmentView,
  DeadlineView,
  EventView,
  OrderView,
  OwnerView,
  RequestView,
} from '../contract/request-view.ts';
import { calendarSystemOf } from '../domain/city.ts';
import { say } from '../domain/local-text.ts';
import { objectionLimitOf } from '../domain/objection-limit.ts';
import { calendarOf, findUnit, type Office, policiesOf } from '../domain/office.ts';
import { nextOn, type Order, openQuestion, orderActsOf } from '../domain/order.ts';
import type { Owner } from '../domain/owner.ts';
import type { Appointment, Request } from '../domain/request.ts';
import { sayDeadline } from '../domain/say-deadline.ts';
import { sayDateTime } from '../domain/say-time.ts';
import type { Instant } from '../domain/time.ts';
import type { TimelineEvent } from '../domain/timeline.ts';
import { keypadForm, showTrackingCode } from '../domain/tracking-code.ts';
import { decisionsIn } from '../domain/transitions.ts';
import { afterWorkingDays, type Deadline } from '../domain/working-time.ts';
import { roleName } from './role-names.ts';

/** For whom something is said: their language, the city, the moment. */
export type Reader = {
  readonly office: Office;
  readonly language: string;
  readonly at: Instant;
  /** The citizen of the request reads, and is spoken to. */
  readonly isCitizen?: true;
};

export const sayMoment = (at: Instant, { office, language }: Reader): string =>
  sayDateTime(at, {
    locale: language,
    timeZone: office.city.timeZone,
    calendarSystem: calendarSystemOf(office.city, language),
  });

const viewDeadline = (deadline: Deadline, unit: string, reader: Reader): z.input<typeof DeadlineView> => ({
  at: deadline.at,
  says: sayMoment(deadline.at, reader),
  sum: sayDeadline(
    deadline,
    calendarOf(reader.office, unit),
    reader.language,
    calendarSystemOf(reader.office.city, reader.language),
  ),
});

const viewLimit = (limit: Deadline | undefined, unit: string, reader: Reader) =>
  limit && viewDeadline(limit, unit, reader);

export const viewOwner = (owner: Owner, { office, language, isCitizen }: Reader): z.input<typeof OwnerView> => {
  if (owner.kind === 'citizen') return { kind: 'citizen', says: roleName(isCitizen ? 'you' : 'citizen', language) };
  const unit = findUnit(office, owner.unit);
  return {
    ...owner,
    says: `${roleName(owner.role, language)}${language === 'fa' ? '، ' : ', '}${unit ? say(unit.name, language) : owner.unit}`,
  };
};

const viewAppointment = (turn: Appointment, reader: Reader): z.input<typeof AppointmentView> => ({
  session: turn.session,
  slot: turn.slot,
  startsAt: turn.startsAt,
  endsAt: turn.endsAt,
  says: sayMoment(turn.startsAt, reader),
});

export const viewOrder = (order: Order, reader: Reader): z.input<typeof OrderView> => {
  const { official: _, holder: __, climbsAt: ___, overdueSince, due, questions = [], ...card } = order;
  const question = openQuestion(order);
  const isLate = overdueSince !== undefined || (due.at < reader.at && !question);
  return {
    ...card,
    owner: viewOwner(nextOn(order), reader),
    due: viewDeadline(due, order.unit, reader),
    overdue: order.status === 'open' && isLate,
    veryLate: overdueSince !== undefined && isVeryLate(order, overdueSince, reader),
    waitsForCitizen: question !== undefined,
    questions: questions.map((one) => ({ ...one, until: viewDeadline(one.until, order.unit, reader) })),
    formerUnits: order.formerUnits ?? [],
    acts: orderActsOf(order),
  };
};

const isVeryLate = (order: Order, since: Instant, { office, at }: Reader): boolean =>
  afterWorkingDays(calendarOf(office, order.unit), since, policiesOf(office, order.unit).veryLateWorkingDays).at < at;

const viewPriority = (request: Request) =>
  'declared' in request && request.declared !== undefined
    ? { declared: request.declared }
    : 'priority' in request && request.priority !== undefined
      ? { confirmed: request.priority }
      : undefined;

/** The request as citizen and staff see it; what only one of them may see is not in it. */
export const viewRequest = (request: Request, reader: Reader): z.input<typeof RequestView> => ({
  ...{ id: request.id, code: showTrackingCode(request.code), keypadCode: keypadForm(request.code) },
  ...{ version: request.version, status: request.status, step: request.step, unit: request.unit },
  ...{ official: request.official, topic: request.topic, channel: request.channel, submittedAt: request.submittedAt },
  ...{ receivedOn: request.receivedOn, externalReference: request.externalReference, rating: request.rating },
  urgent: request.urgent ?? false,
  priority: viewPriority(request),
  rung: request.rung,
  next: {
    owner: viewOwner(request.owner, reader),
    deadline: viewDeadline(request.deadline, request.unit, reader),
  },
  promised: request.promised && viewDeadline(request.promised, request.unit, reader),
  offered: request.status === 'offered' ? request.offered.map((turn) => viewAppointment(turn, reader)) : undefined,
  silenceKeeps: request.status === 'offered' ? request.silenceKeeps : undefined,
  appointment: request.appointment && viewAppointment(request.appointment, reader),
  orders: request.orders.map((order) => viewOrder(order, reader)),
  links: request.links ?? [],
  stillDone: request.status === 'closed' && request.stillDone === true,
  ...(request.status === 'closed' && {
    reason: request.reason,
    objectionUntil: viewLimit(objectionLimitOf(request, reader.office), request.unit, reader),
  }),
  decisions: [...decisionsIn(request.status)],
});

/** The timeline for a reader: internal lines and the names of staff are for the staff. */
export const viewEvents = (
  events: readonly TimelineEvent[],
  { forStaff }: { forStaff: boolean },
): z.input<typeof EventView>[] =>
  events
    .filter((event) => forStaff || !event.internal)
    .map(({ kind, at, by, internal, text, facts }) => ({
      ...{ kind, at, by: by.actor, onBehalfOf: by.onBehalfOf, means: by.means, text },
      internal: internal ?? false,
      facts: facts ?? {},
      ...(forStaff && { username: by.username }),
    }));
