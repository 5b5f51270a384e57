import type { Policies } from '../../../../domain/policies.ts';

type PathsBelow<Value, Name extends string> =
  NonNullable<Value> extends readonly unknown[]
    ? Name
    : NonNullable<Value> extends object
      ? `${Name}.${keyof NonNullable<Value> & string}`
      : Name;

/** Every single policy by its path: `reminders.daysBefore`. One without words does not compile. */
export type PolicyPath = {
  [Name in keyof Policies & string]-?: PathsBelow<Policies[Name], Name>;
}[keyof Policies & string];

export const POLICY_GROUPS = [
  'triage',
  'turns',
  'reminders',
  'sessions',
  'orders',
  'escalation',
  'afterwards',
] as const;
export type PolicyGroup = (typeof POLICY_GROUPS)[number];

/** In which group each policy is shown. */
export const GROUP_OF: Readonly<Record<keyof Policies, PolicyGroup>> = {
  triageWorkingDays: 'triage',
  referralsAllowed: 'triage',
  citizenAnswersWithinWorkingDays: 'triage',
  openRequestsPerOfficial: 'triage',
  turnOfferedWithinWorkingDays: 'turns',
  offerHoldWorkingDays: 'turns',
  formHoldMinutes: 'turns',
  releasedSlotDelayMinutes: 'turns',
  movesAllowed: 'turns',
  moveUntil: 'turns',
  rebookNoShows: 'turns',
  freePasses: 'turns',
  afterFreePasses: 'turns',
  offersByItself: 'turns',
  drawNoticeHours: 'turns',
  earlierOffers: 'turns',
  reminders: 'reminders',
  tellsTurnNearAt: 'reminders',
  sessionTemplate: 'sessions',
  sessionPlanning: 'sessions',
  outcomeWorkingDays: 'orders',
  orderDueWorkingDays: 'orders',
  renewalsAllowed: 'orders',
  veryLateWorkingDays: 'orders',
  rungWorkingDays: 'escalation',
  ladder: 'escalation',
  correctionWorkingDays: 'afterwards',
  silentCallsPercent: 'afterwards',
  askAgainAfterDays: 'afterwards',
  retentionYears: 'afterwards',
};
