import type { Step } from './one-life.ts';

/** Written lives, each step as it comes; together they pass through every status and every state of the machine. */
export const LIVES: Readonly<Record<string, readonly Step[]>> = {
  plain: [
    ...(['accept', 'give-turn', 'deadline', 'deadline', 'turn', 'arrive', 'outcome-with-orders'] as const),
    ...(['report', 'report', 'confirm-order', 'confirm-order', 'rate'] as const),
  ],
  'asked and escalated, answered in writing, closed, heard again': [
    ...(['ask', 'deadline', 'deadline', 'answer', 'deadline', 'object', 'answer', 'still-want-to-meet'] as const),
    ...(['deadline', 'withdraw'] as const),
  ],
  'declined, heard again, met for nothing, met once more': [
    ...(['decline', 'object', 'accept', 'give-turn', 'turn', 'arrive', 'outcome-without-orders', 'unsettled'] as const),
    ...(['outcome-without-orders', 'settled'] as const),
  ],
  'offered, moved, cancelled, missed, never chased up': [
    ...(['ask', 'add-information', 'accept', 'offer', 'deadline', 'accept-offer', 'move-appointment'] as const),
    ...(['cancel-appointment', 'give-turn', 'turn', 'no-show', 'give-turn', 'turn', 'deadline', 'deadline'] as const),
    ...(['host-absent', 'withdraw'] as const),
  ],
  'met late, overdue, disputed, closed in silence': [
    ...(['accept', 'give-turn', 'turn', 'arrive', 'deadline', 'outcome-with-orders', 'report', 'deadline'] as const),
    ...(['report', 'dispute-order', 'report', 'confirm-order', 'deadline'] as const),
  ],
};
