import type { Life } from './life.ts';
import { askedAgain } from './lives/asked-again.ts';
import { climbedToCommittee } from './lives/climbed-to-committee.ts';
import { arrivedInTime, closureMoved, hostAbsent, walkedIn } from './lives/meeting-days.ts';
import { metThreeOrders } from './lives/met-three-orders.ts';
import { plain } from './lives/plain.ts';
import { triageMissed } from './lives/triage-missed.ts';
import { movedTwice, noShowRebooked } from './lives/turns.ts';
import { answered, declinedObjected, withdrawn } from './lives/without-meeting.ts';

/** The lives that the demonstration shows, in the order in which it tells of them. */
export const LIVES: readonly Life[] = [
  plain,
  metThreeOrders,
  askedAgain,
  answered,
  declinedObjected,
  noShowRebooked,
  withdrawn,
  movedTwice,
  triageMissed,
  climbedToCommittee,
  arrivedInTime,
  walkedIn,
  closureMoved,
  hostAbsent,
];
