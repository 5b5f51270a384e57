import type { Instant } from '../time.ts';

/** The office's time, not the machine's. */
export type Clock = { now(): Instant };
