import * as z from 'zod/mini';
import { ClockTime } from './time.ts';

const Count = z.int().check(z.nonnegative(), z.lte(1000));
const AtLeastOne = z.int().check(z.positive(), z.lte(1000));

const CitizenLimits = z.object({
  needsInfo: AtLeastOne,
  answered: AtLeastOne,
  objection: AtLeastOne,
  confirmation: AtLeastOne,
});

/** A random wait, so that nobody can hand a turn to a chosen person by releasing it at an agreed second. */
const DelayMinutes = z
  .object({ min: Count, max: Count })
  .check(z.refine(({ min, max }) => min <= max, 'min must not be above max'));

const Reminders = z
  .object({
    daysBefore: AtLeastOne,
    /** The second reminder: at this time of the working day before. */
    workingDayBeforeAt: ClockTime,
    /** Reminders of a day are spread over so many minutes, so that the gateway is not flooded. */
    spreadMinutes: Count,
    notBefore: ClockTime,
    notAfter: ClockTime,
  })
  .check(z.refine(({ notBefore, notAfter }) => notBefore < notAfter, 'notBefore must be before notAfter'));

const SessionTemplate = z
  .object({
    weekday: z.int().check(z.gte(1), z.lte(7)),
    startsAt: ClockTime,
    endsAt: ClockTime,
    slotMinutes: AtLeastOne,
    urgentSlots: Count,
    walkInSlots: Count,
  })
  .check(z.refine(({ startsAt, endsAt }) => startsAt < endsAt, 'must start before it ends'));

/** The limits of a city, which a unit may override. Working days and hours are those of the unit's calendar. */
export const Policies = z.object({
  triageWorkingDays: AtLeastOne,
  turnOfferedWithinWorkingDays: AtLeastOne,
  citizenAnswersWithinWorkingDays: CitizenLimits,
  offerHoldWorkingDays: AtLeastOne,
  formHoldMinutes: AtLeastOne,
  releasedSlotDelayMinutes: DelayMinutes,
  reminders: Reminders,
  /** After the end of the session or of the turn. */
  outcomeWorkingDays: AtLeastOne,
  orderDueWorkingDays: AtLeastOne,
  /** After the due date has passed. */
  veryLateWorkingDays: AtLeastOne,
  /** How long a matter stays on one rung of the escalation ladder. */
  rungWorkingDays: AtLeastOne,
  /** One, kept by a claim of the applicant (`adapters/dynamo/claim-steps.ts`); no other number could be. */
  openRequestsPerOfficial: z.literal(1),
  movesAllowed: Count,
  /** On the last working day before the appointment. */
  moveUntil: ClockTime,
  rebookNoShows: Count,
  referralsAllowed: Count,
  /** After that, only the unit manager may correct a recorded fact. */
  correctionWorkingDays: AtLeastOne,
  /** Personal data is anonymised so long after closing. */
  retentionYears: AtLeastOne,
  sessionTemplate: SessionTemplate,
});
export type Policies = z.infer<typeof Policies>;

/** What a unit does otherwise; groups may be given in part. */
export const PolicyOverrides = z.partial(
  z.extend(Policies, {
    citizenAnswersWithinWorkingDays: z.partial(CitizenLimits),
    releasedSlotDelayMinutes: z.partial(z.object(DelayMinutes.shape)),
    reminders: z.partial(z.object(Reminders.shape)),
    sessionTemplate: z.partial(z.object(SessionTemplate.shape)),
  }),
);
export type PolicyOverrides = z.infer<typeof PolicyOverrides>;

export const defaultPolicies: Policies = {
  triageWorkingDays: 3,
  turnOfferedWithinWorkingDays: 20,
  citizenAnswersWithinWorkingDays: { needsInfo: 10, answered: 10, objection: 10, confirmation: 10 },
  offerHoldWorkingDays: 2,
  formHoldMinutes: 10,
  releasedSlotDelayMinutes: { min: 5, max: 60 },
  reminders: { daysBefore: 2, workingDayBeforeAt: '17:00', spreadMinutes: 60, notBefore: '08:00', notAfter: '21:00' },
  outcomeWorkingDays: 1,
  orderDueWorkingDays: 20,
  veryLateWorkingDays: 10,
  rungWorkingDays: 3,
  openRequestsPerOfficial: 1,
  movesAllowed: 2,
  moveUntil: '12:00',
  rebookNoShows: 1,
  referralsAllowed: 2,
  correctionWorkingDays: 5,
  retentionYears: 2,
  sessionTemplate: { weekday: 1, startsAt: '09:00', endsAt: '11:00', slotMinutes: 10, urgentSlots: 2, walkInSlots: 1 },
};

/**
 * The policies of a unit: the city's, with the unit's own limits.
 * @throws if the two do not fit together, such as reminders that end before they begin.
 */
export function withOverrides(policies: Policies, overrides: PolicyOverrides | undefined): Policies {
  return overrides === undefined ? policies : Policies.parse(merged(policies, overrides));
}

/** Whether a unit's own limits make sense over the city's. */
export function fitTogether(policies: Policies, overrides: PolicyOverrides | undefined): boolean {
  return overrides === undefined || Policies.safeParse(merged(policies, overrides)).success;
}

function merged(policies: Policies, overrides: PolicyOverrides): unknown {
  return {
    ...policies,
    ...overrides,
    citizenAnswersWithinWorkingDays: {
      ...policies.citizenAnswersWithinWorkingDays,
      ...overrides.citizenAnswersWithinWorkingDays,
    },
    releasedSlotDelayMinutes: { ...policies.releasedSlotDelayMinutes, ...overrides.releasedSlotDelayMinutes },
    reminders: { ...policies.reminders, ...overrides.reminders },
    sessionTemplate: { ...policies.sessionTemplate, ...overrides.sessionTemplate },
  };
}
