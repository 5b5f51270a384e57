import type { Change, Context } from './change.ts';
import { conclude, event } from './change.ts';
import { releaseHeld } from './held-slots.ts';
import { issue, type OrderWish } from './issue-orders.ts';
import { letter } from './letter.ts';
import { type MeetingOutcome, outcomeFacts, outcomeFault } from './meeting-outcome.ts';
import { policiesOf } from './office.ts';
import type { Outcome, Refused } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { OfficeReason } from './priority.ts';
import type { Appointment, At, Request } from './request.ts';
import { enterClosed, enterFollowUp, enterMet, enterWaiting } from './stages.ts';
import { instantAt, localDateOf } from './time.ts';
import { wrongState } from './triage.ts';

export const ATTENDANCE = ['arrived', 'no-show', 'host-absent'] as const;
export type Attendance = (typeof ATTENDANCE)[number];

/** The reason code under which a turn that the host missed stands in the ledger, and the priority of who waits because of it. */
const HOST_ABSENCE: OfficeReason = 'host-absence';

/** Why a turn was missed, as the staff know it. */
export const NO_SHOW_REASONS = ['not-came', 'came-late', 'unreachable-by-phone'] as const;

type Facts = Readonly<Record<string, string>>;

/**
 * Records what happened to a turn. Nobody is ever told that they met because time passed: this record alone says so. Before
 * its turn has ended nobody has missed it.
 *
 * @param facts the times of the visit, or why it was missed
 */
export const recordAttendance = (
  request: Request,
  attendance: Attendance,
  context: Context,
  facts: Facts = {},
): Outcome<Change> => {
  if (request.status !== 'scheduled') return wrongState(request);
  const early = isEarly(request.appointment, context);
  if (early) return early;
  const { startsAt, endsAt } = request.appointment;
  if (attendance === 'no-show' && context.at < endsAt)
    return refuse('session-impossible', { why: 'not-over', startsAt });
  return agree(attended[attendance](request, context, facts));
};

/** Nothing happens to a turn before its day. */
export const isEarly = ({ startsAt }: Appointment, { at, office }: Context): Refused | undefined => {
  const { timeZone } = office.city;
  const isBefore = at < instantAt(localDateOf(startsAt, timeZone), '00:00', timeZone);
  return isBefore ? refuse('session-impossible', { why: 'not-yet', startsAt }) : undefined;
};

const attended: Record<Attendance, (request: At<'scheduled'>, context: Context, facts: Facts) => Change> = {
  arrived: (request, context, facts) => {
    const stage = enterMet(request, context);
    // The outcome is due when it was due: arriving does not give the secretary more time.
    return conclude(request, { ...stage.draft, deadline: request.deadline }, context, {
      events: [event('arrived', context, { facts }), ...stage.events],
    });
  },

  /** The turn is lost; the first times the request waits again, then it is closed. */
  'no-show': (request, context, facts) => {
    const missed = { ...request, noShows: request.noShows + 1 };
    const rebooked = request.noShows < policiesOf(context.office, request.unit).rebookNoShows;
    const stage = rebooked ? enterWaiting(missed, context) : enterClosed(missed, context, 'no-show');
    return conclude(request, stage.draft, context, {
      events: [event('no-show', context, { facts }), ...stage.events],
      letters: [...(rebooked ? [letter('no-show-rebooked', 'applicant')] : []), ...stage.letters],
    });
  },

  'host-absent': (request, context) => hostWasAbsent(request, context),
};

/** Never the citizen's fault: back to the head of the queue, counted against the unit. */
const hostWasAbsent = (request: At<'scheduled' | 'met'>, context: Context): Change => {
  const first = { urgent: true, priority: HOST_ABSENCE, hostAbsences: request.hostAbsences + 1 };
  const stage = enterWaiting({ ...request, ...first }, context);
  return conclude(request, stage.draft, context, {
    events: [event('host-absent', context, { facts: { why: HOST_ABSENCE } }), ...stage.events],
    letters: [letter('host-absent', 'applicant')],
    slots: releaseHeld(request, context),
  });
};

export type OutcomeRecord = MeetingOutcome & {
  readonly scan?: string | undefined;
  readonly orders: readonly OrderWish[];
};

/** The secretary writes down what the meeting came to: the official's comment, the image, the orders. */
export const recordOutcome = (request: Request, record: OutcomeRecord, context: Context): Outcome<Change> => {
  if (request.status !== 'met') return wrongState(request);
  const fault = outcomeFault(record, context);
  if (fault) return fault;
  if (record.result === 'host-absent') {
    const isEmpty = record.orders.length === 0 && record.scan === undefined;
    return isEmpty ? agree(hostWasAbsent(request, context)) : refuseField('result', 'contradicts-itself');
  }
  const issued = issue(request, record.orders, context);
  if (!issued.agreed) return issued;
  if (record.orders.some((order) => order.box && order.box.document !== record.scan)) {
    return refuseField('orders', 'box-on-another-document');
  }
  const stage = enterFollowUp(request, [...request.orders, ...issued.value.orders], context);
  const { scan, comment } = record;
  return agree(
    conclude(request, stage.draft, context, {
      events: [
        event('outcome-recorded', context, {
          facts: {
            ...outcomeFacts(record, context.office),
            orders: String(record.orders.length),
            ...(scan && { scan }),
          },
          ...(comment && { text: comment }),
        }),
        ...issued.value.events,
        ...stage.events,
      ],
      letters: [letter('outcome', 'applicant', { orders: String(record.orders.length) }), ...issued.value.letters],
    }),
  );
};
