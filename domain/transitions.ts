import type { Status } from './request.ts';

/**
 * Which stage may follow which: one table for the rules, the console's buttons and the diagram in `docs/`.
 * A stage that lists itself may be entered again (an escalation, a moved turn, one more order).
 */
export const TRANSITIONS: Readonly<Record<Status, readonly Status[]>> = {
  submitted: ['submitted', 'needs-info', 'answered', 'declined', 'waiting', 'closed'],
  'needs-info': ['submitted', 'closed'],
  answered: ['submitted', 'waiting', 'closed'],
  declined: ['submitted', 'closed'],
  waiting: ['submitted', 'waiting', 'offered', 'scheduled', 'closed'],
  offered: ['waiting', 'offered', 'scheduled', 'closed'],
  scheduled: ['waiting', 'offered', 'scheduled', 'met', 'closed'],
  met: ['scheduled', 'waiting', 'met', 'in-follow-up', 'awaiting-confirmation'],
  'in-follow-up': ['in-follow-up', 'awaiting-confirmation', 'closed'],
  'awaiting-confirmation': ['awaiting-confirmation', 'in-follow-up', 'met', 'closed'],
  closed: ['submitted', 'met', 'in-follow-up'],
};

export const mayBecome = (from: Status, to: Status): boolean => TRANSITIONS[from].includes(to);

/** Decisions by the stages in which they can be taken; what is not listed is refused as `wrong-state`. */
export const DECISIONS = {
  ask: ['submitted'],
  'answer-in-writing': ['submitted'],
  accept: ['submitted'],
  decline: ['submitted'],
  refer: ['submitted'],
  'refer-out': ['submitted'],
  'add-information': ['needs-info'],
  respond: ['answered'],
  object: ['declined', 'closed'],
  offer: ['waiting', 'offered'],
  schedule: ['waiting', 'offered'],
  'accept-offer': ['offered'],
  'pass-offer': ['offered'],
  'pick-slot': ['offered'],
  move: ['scheduled'],
  cancel: ['scheduled'],
  withdraw: ['submitted', 'needs-info', 'answered', 'declined', 'waiting', 'offered', 'scheduled'],
  'record-attendance': ['scheduled'],
  'record-outcome': ['met'],
  'add-order': ['in-follow-up', 'awaiting-confirmation'],
  'report-done': ['in-follow-up'],
  renew: ['in-follow-up'],
  bar: ['in-follow-up'],
  'hand-over': ['in-follow-up'],
  'ask-about-order': ['in-follow-up'],
  'answer-order': ['in-follow-up'],
  confirm: ['in-follow-up', 'awaiting-confirmation'],
  dispute: ['in-follow-up', 'awaiting-confirmation'],
  'still-done': ['closed'],
  rate: ['closed'],
  'take-back': ['needs-info', 'answered', 'declined', 'waiting', 'met'],
} as const satisfies Record<string, readonly Status[]>;
export type DecisionName = keyof typeof DECISIONS;

export const canBeTaken = (decision: DecisionName, status: Status): boolean =>
  (DECISIONS[decision] as readonly Status[]).includes(status);

export const decisionsIn = (status: Status): readonly DecisionName[] =>
  decisionNames.filter((decision) => canBeTaken(decision, status));

/** What the citizen may do themself; staff may record all of it for them. */
const OF_THE_CITIZEN: readonly DecisionName[] = [
  ...(['add-information', 'respond', 'object', 'accept-offer', 'pass-offer', 'pick-slot', 'move'] as const),
  ...(['cancel', 'withdraw', 'confirm', 'dispute', 'answer-order', 'still-done', 'rate'] as const),
];

export const citizenDecisionsIn = (status: Status): readonly DecisionName[] =>
  OF_THE_CITIZEN.filter((decision) => canBeTaken(decision, status));

const decisionNames = Object.keys(DECISIONS) as DecisionName[];
