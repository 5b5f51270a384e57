/** What time it is, and how long to wait for a later time. The two differ when a clock runs faster than real time. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Real milliseconds to wait until the clock shows `epochMs`; zero when it already does. */
  msUntil(epochMs: number): number;
};

/** The computer's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  msUntil: (epochMs) => Math.max(0, epochMs - Date.now()),
};

/** A clock that stands still until it is moved; for tests and simulation. */
export class FakeClock implements Clock {
  #now: number;

  constructor(startEpochMs: number) {
    this.#now = startEpochMs;
  }

  now(): number {
    return this.#now;
  }

  msUntil(epochMs: number): number {
    return Math.max(0, epochMs - this.#now);
  }

  /** Moves forward to `epochMs`; a clock never goes back. */
  moveTo(epochMs: number): void {
    if (epochMs < this.#now) throw new RangeError(`The clock shows ${this.#now} and cannot go back to ${epochMs}`);
    this.#now = epochMs;
  }
}
