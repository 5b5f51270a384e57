import type { Life } from './life.ts';
import { metThreeOrders } from './lives/met-three-orders.ts';
import { plain } from './lives/plain.ts';
import { triageMissed } from './lives/triage-missed.ts';
import { movedTwice, noShowRebooked } from './lives/turns.ts';
import { answered, declinedObjected, withdrawn } from './lives/without-meeting.ts';

/** The lives that the demonstration shows, in the order in which it tells of them. */
export const LIVES: readonly Life[] = [
  plain,
  metThreeOrders,
  answered,
  declinedObjected,
  noShowRebooked,
  withdrawn,
  movedTwice,
  triageMissed,
];
