/** What must hold after each step, in the words of those who rely on it. */
export const INVARIANTS = [
  'held-by-somebody',
  'switch-armed',
  'slot-held-once',
  'no-slot-lost',
  'one-write-a-version',
  'event-once',
  'effect-once',
  'one-request-open',
  'letter-sent-once',
  'letter-still-true',
  'letter-not-lost',
  'no-timer-early',
  'no-timer-late',
  'soon-after-trouble',
  'ledger-whole',
  'closed-is-settled',
  'in-step-at-last',
] as const;
export type Invariant = (typeof INVARIANTS)[number];
export type Counts = Record<Invariant, number>;

/** Something that must never be; the world in which it happened is told along. */
export class Violation extends Error {
  readonly invariant: Invariant;

  constructor(invariant: Invariant, what: string) {
    super(`${invariant}: ${what}`);
    this.invariant = invariant;
  }
}

export const isViolation = (error: unknown): error is Violation => error instanceof Violation;

/** Counts what is looked at, and keeps the first that does not hold: it is not thrown there, for the product goes on after faults. */
export class Findings {
  first: Violation | undefined;
  readonly #counts: Counts;

  constructor(counts: Counts) {
    this.#counts = counts;
  }

  that(invariant: Invariant, holds: boolean, what: () => string): void {
    this.#counts[invariant] += 1;
    if (!holds) this.first ??= new Violation(invariant, what());
  }
}
