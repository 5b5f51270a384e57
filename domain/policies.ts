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

const EarlierOffers = z.object({ most: Count, daysApart: Count });

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

/** The rungs above the desk, as a city may order them; `managers-above` stands for one of each unit above in the tree. */
export const RUNGS = ['unit-manager', 'managers-above', 'coordinator', 'inspector', 'headquarters-manager'] as const;

/** Who holds overdue and disputed matters, one after the other; each rung for `rungWorkingDays` unless it says otherwise. */
const Ladder = z.array(z.object({ rung: z.enum(RUNGS), workingDays: z.optional(AtLeastOne) })).check(
  z.minLength(1),
  z.refine((rungs) => new Set(rungs.map(({ rung }) => rung)).size === rungs.length, 'no rung may come twice'),
);

const WHOLE_LADDER: z.infer<typeof Ladder> = RUNGS.map((rung) => ({ rung }));

/** Sessions are made of the officials' templates so many weeks ahead, and opened so many days before they are held. */
const SessionPlanning = z.object({ weeksAhead: z.int().check(z.positive(), z.lte(26)), publishDaysAhead: AtLeastOne });

const USUAL_PLANNING: z.infer<typeof SessionPlanning> = { weeksAhead: 4, publishDaysAhead: 14 };

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
  /** After that, only a manager or the official gives an order more time. */
  renewalsAllowed: Count,
  /** After the due date has passed. */
  veryLateWorkingDays: AtLeastOne,
  /** How long a matter stays on one rung of the escalation ladder. */
  rungWorkingDays: AtLeastOne,
  ladder: z._default(Ladder, WHOLE_LADDER),
  /** One, kept by a claim of the applicant (`adapters/dynamo/claim-steps.ts`); no other number could be. */
  openRequestsPerOfficial: z.literal(1),
  movesAllowed: Count,
  /** On the last working day before the appointment. */
  moveUntil: ClockTime,
  rebookNoShows: Count,
  /** On the meeting day, whoever has so many before them is written to; nobody is, where it is absent or 0. */
  tellsTurnNearAt: z.optional(Count),
  referralsAllowed: Count,
  /** Offers that may be passed or let lapse without a change of place, and what comes of one more. */
  freePasses: Count,
  afterFreePasses: z.enum(['keeps-place', 'behind-same-day']),
  /** Whether the office offers free turns to the heads of its queues by itself. */
  offersByItself: z.boolean(),
  /** Between the announcement of a draw and the draw. */
  drawNoticeHours: AtLeastOne,
  /** Offers of an earlier turn to those who wish for one: how many, and how many days apart. */
  earlierOffers: EarlierOffers,
  /** After that, only the unit manager may correct a recorded fact. */
  correctionWorkingDays: AtLeastOne,
  /** Of the matters that closed because the citizen said nothing, so many in a hundred are asked about by phone. */
  silentCallsPercent: z.int().check(z.nonnegative(), z.lte(100)),
  /** So many days after its closing a resolved matter is asked about once more. */
  askAgainAfterDays: AtLeastOne,
  /** Personal data is anonymised so long after closing. */
  retentionYears: AtLeastOne,
  sessionTemplate: SessionTemplate,
  sessionPlanning: z._default(SessionPlanning, USUAL_PLANNING),
});
export type Policies = z.infer<typeof Policies>;

/** What a unit does otherwise; groups may be given in part. */
export const PolicyOverrides = z.partial(
  z.extend(Policies, {
    citizenAnswersWithinWorkingDays: z.partial(CitizenLimits),
    releasedSlotDelayMinutes: z.partial(z.object(DelayMinutes.shape)),
    reminders: z.partial(z.object(Reminders.shape)),
    sessionTemplate: z.partial(z.object(SessionTemplate.shape)),
    sessionPlanning: z.partial(SessionPlanning),
    ladder: Ladder,
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
  renewalsAllowed: 2,
  veryLateWorkingDays: 10,
  rungWorkingDays: 3,
  ladder: WHOLE_LADDER,
  openRequestsPerOfficial: 1,
  movesAllowed: 2,
  moveUntil: '12:00',
  rebookNoShows: 1,
  tellsTurnNearAt: 3,
  referralsAllowed: 2,
  freePasses: 1,
  afterFreePasses: 'behind-same-day',
  offersByItself: true,
  drawNoticeHours: 24,
  earlierOffers: { most: 3, daysApart: 7 },
  correctionWorkingDays: 5,
  silentCallsPercent: 10,
  askAgainAfterDays: 60,
  retentionYears: 2,
  sessionTemplate: { weekday: 1, startsAt: '09:00', endsAt: '11:00', slotMinutes: 10, urgentSlots: 2, walkInSlots: 1 },
  sessionPlanning: USUAL_PLANNING,
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
    sessionPlanning: { ...policies.sessionPlanning, ...overrides.sessionPlanning },
  };
}
