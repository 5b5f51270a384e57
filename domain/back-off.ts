import type { Instant } from './time.ts';
import { plusMinutes } from './time.ts';

const MOST_MINUTES = 4 * 60;

/** When to look again at what has been tried so often in vain: after 1, 2, 4 … minutes, at most four hours. */
export const backOff = (tries: number, at: Instant): Instant => plusMinutes(at, Math.min(2 ** tries, MOST_MINUTES));

/** When to look again if nobody could be asked: soon, however long that has gone on. */
export const soonAgain = (at: Instant): Instant => plusMinutes(at, 2);
