/** Each of these must be 0 in the end. */
const FAULTS = {
  /** Items, or halves of transactions, that are not as acknowledged. */
  lostWrites: 0,
  /** Rows of an index without their item, or missing for one. */
  wrongIndexRows: 0,
  /** Documents that are not there byte by byte as acknowledged; after a kill over one, as before or as sent. */
  tornUploads: 0,
  /** Timers without a message in the outbox. */
  missedTimers: 0,
  /** Timers with more than one message in the outbox. */
  duplicatedEffects: 0,
};
type Fault = keyof typeof FAULTS;

/** What the services have acknowledged, and what was found to be wrong. */
export class Ledger {
  /** Writes to the table; a transaction is one. */
  acknowledged = 0;
  uploads = 0;
  timers = 0;
  /** Calls of any kind that a kill cut off. */
  cutOff = 0;
  readonly #faults = { ...FAULTS };
  readonly #tell: (line: string) => void;

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  /** Counts one thing that is wrong and tells which. */
  wrong(fault: Fault, what: string): void {
    this.#faults[fault] += 1;
    this.#tell(`${fault}: ${what}`);
  }

  get faults(): Readonly<Record<Fault, number>> {
    return this.#faults;
  }
}
