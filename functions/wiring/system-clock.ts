import type { Clock } from '../../domain/ports/clock.ts';
import { instantOf } from '../../domain/time.ts';

/** The computer's own time; the local system passes the office's clock instead. */
export const systemClock: Clock = { now: () => instantOf(Date.now()) };
