import { backOff } from '../../../domain/back-off.ts';
import type { EndedLetter, Letters, StoredLetter } from '../../../domain/ports/letters.ts';
import type { Instant } from '../../../domain/time.ts';
import { keyOf, type MemoryHouse } from './memory-house.ts';

export class MemoryLetters implements Letters {
  readonly #house: MemoryHouse;

  constructor(house: MemoryHouse) {
    this.#house = house;
  }

  async due(city: string, at: Instant, limit: number): Promise<readonly StoredLetter[]> {
    return this.#dueOf(city, at, limit, ({ gatheredAt }) => gatheredAt === undefined);
  }

  async gathered(city: string, at: Instant, limit: number): Promise<readonly StoredLetter[]> {
    return this.#dueOf(city, at, limit, ({ gatheredAt }) => gatheredAt !== undefined);
  }

  #dueOf(city: string, at: Instant, limit: number, isMeant: (letter: StoredLetter) => boolean): StoredLetter[] {
    return this.#house
      .casesOf(city)
      .flatMap(({ letters }) => letters.filter(({ letter }) => isMeant(letter)))
      .flatMap(({ letter, dueAt }) => (dueAt !== undefined && dueAt <= at ? [{ letter, dueAt }] : []))
      .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
      .slice(0, limit)
      .map(({ letter }) => letter);
  }

  async claim(letter: StoredLetter, at: Instant): Promise<boolean> {
    const kept = this.#kept(letter);
    if (kept?.dueAt === undefined || kept.letter.attempts !== letter.attempts) return false;
    const { result: _, ...unsettled } = kept.letter;
    kept.letter = { ...unsettled, attempts: letter.attempts + 1 };
    kept.dueAt = backOff(letter.attempts, at);
    return true;
  }

  async settle(ended: readonly EndedLetter[], at: Instant): Promise<void> {
    for (const { letter, result } of ended) {
      const kept = this.#kept(letter);
      if (kept?.dueAt === undefined) continue;
      const isClaimed = kept.letter.attempts > letter.attempts;
      kept.letter = { ...kept.letter, result, attempts: Math.max(kept.letter.attempts, letter.attempts + 1) };
      if (result !== 'failed') kept.dueAt = undefined;
      else if (!isClaimed) kept.dueAt = backOff(letter.attempts, at);
    }
  }

  async of(city: string, request: string): Promise<readonly StoredLetter[]> {
    return (this.#house.cases.get(keyOf(city, request))?.letters ?? []).map(({ letter }) => letter);
  }

  #kept({ city, request, key }: StoredLetter) {
    return this.#house.cases.get(keyOf(city, request))?.letters.find(({ letter }) => letter.key === key);
  }
}
