import type { Clock } from '../clock.ts';

type TimerLoopParts = {
  clock: Clock;
  nextWake: () => number | undefined;
  tick: () => Promise<void>;
  report: (error: unknown) => void;
};

/** `setTimeout` fires at once for delays over 24.8 days; looking again every hour costs nothing. */
const LONGEST_SLEEP_MS = 3_600_000;
/** After a fault, such as a full disk, the loop tries again. */
const PAUSE_AFTER_FAULT_MS = 5_000;

/** Calls `tick` whenever the next timer is due, by the clock, in real time. */
export class TimerLoop {
  readonly #parts: TimerLoopParts;
  #running = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: TimerLoopParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#running = true;
    this.#wakeIn(0);
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  /** Timers or the clock have changed: works out anew how long to sleep. */
  rearm(): void {
    if (!this.#running) return;
    const wake = this.#parts.nextWake();
    if (wake === undefined) clearTimeout(this.#timer);
    else this.#wakeIn(this.#parts.clock.msUntil(wake));
  }

  #wakeIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#wake(), Math.min(Math.ceil(ms), LONGEST_SLEEP_MS));
    this.#timer.unref();
  }

  async #wake(): Promise<void> {
    try {
      await this.#parts.tick();
      this.rearm();
    } catch (error) {
      this.#parts.report(error);
      if (this.#running) this.#wakeIn(PAUSE_AFTER_FAULT_MS);
    }
  }
}
