import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Clock } from './clock.ts';
import { replaceFile } from './replace-file.ts';

/** At the real time `realAt` the clock showed `shownAt`, and it has gone `speed` times as fast since. */
const Setting = z.object({ realAt: z.number(), shownAt: z.number(), speed: z.number().check(z.positive()) });
type Setting = z.infer<typeof Setting>;

/**
 * The clock of the office: real time, moved forward and sped up at will, never back. Kept on disk, so that it shows
 * no earlier time after a restart; while nobody runs it goes on at its speed. Times are epoch milliseconds.
 */
export class ProductClock implements Clock {
  readonly #file: string;
  readonly #realNow: () => number;
  readonly #listeners = new Set<() => void>();
  #setting: Setting;
  #latest = Number.NEGATIVE_INFINITY;

  /** Throws if the file is there and cannot be read. */
  constructor(file: string, realNow: () => number = Date.now) {
    this.#file = file;
    this.#realNow = realNow;
    this.#setting = existsSync(file)
      ? Setting.parse(JSON.parse(readFileSync(file, 'utf8')))
      : { realAt: realNow(), shownAt: realNow(), speed: 1 };
    this.#latest = this.#setting.shownAt;
  }

  now(): number {
    const { realAt, shownAt, speed } = this.#setting;
    const shown = Math.floor(shownAt + (this.#realNow() - realAt) * speed);
    // The computer's own clock may be put back.
    this.#latest = Math.max(this.#latest, shown);
    return this.#latest;
  }

  /** Real milliseconds until the clock shows `epochMs`. */
  msUntil(epochMs: number): number {
    return Math.max(0, Math.ceil((epochMs - this.now()) / this.#setting.speed));
  }

  get speed(): number {
    return this.#setting.speed;
  }

  /** Puts the clock forward. Throws `RangeError` for a time that has passed. */
  moveTo(epochMs: number): void {
    const now = this.now();
    if (!(epochMs >= now && epochMs <= 8.64e15)) {
      throw new RangeError(`The clock shows ${now} and cannot be put to ${epochMs}; it never goes back.`);
    }
    this.#set({ realAt: this.#realNow(), shownAt: Math.floor(epochMs), speed: this.#setting.speed });
  }

  /** Puts the clock forward unless that time has come already, as it may while one is about to say so. */
  forwardTo(epochMs: number): void {
    if (epochMs <= this.now()) return;
    this.#set({ realAt: this.#realNow(), shownAt: Math.floor(epochMs), speed: this.#setting.speed });
  }

  /** Lets the clock go `speed` times as fast as real time from now on. Throws `RangeError` unless positive. */
  setSpeed(speed: number): void {
    if (!(speed > 0 && speed <= 1_000_000)) throw new RangeError(`A clock cannot go ${speed} times as fast.`);
    this.#set({ realAt: this.#realNow(), shownAt: this.now(), speed });
  }

  /** Calls the listener after each move and change of speed, until the returned function is called. */
  onMoved(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #set(setting: Setting): void {
    replaceFile(this.#file, JSON.stringify(setting));
    this.#setting = setting;
    this.#latest = Math.max(this.#latest, setting.shownAt);
    for (const listener of this.#listeners) listener();
  }
}
