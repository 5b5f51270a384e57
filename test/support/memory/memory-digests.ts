import { backOff } from '../../../domain/back-off.ts';
import type { Digest } from '../../../domain/digest.ts';
import type { Digests, StoredDigest } from '../../../domain/ports/digests.ts';
import type { LetterResult } from '../../../domain/ports/letters.ts';
import type { Instant, LocalDate } from '../../../domain/time.ts';
import { keyOf } from './memory-house.ts';

export class MemoryDigests implements Digests {
  readonly #told = new Set<string>();
  readonly #digests = new Map<string, { digest: StoredDigest; dueAt?: Instant | undefined }>();

  async toldUnits(city: string, on: LocalDate): Promise<readonly string[]> {
    const day = `${keyOf(city, on)}/`;
    return [...this.#told].filter((key) => key.startsWith(day)).map((key) => key.slice(day.length));
  }

  async noteTold(city: string, on: LocalDate, units: readonly string[]): Promise<void> {
    for (const unit of units) this.#told.add(keyOf(city, on, unit));
  }

  async add(digest: Digest, { mailed }: { mailed: boolean }): Promise<StoredDigest> {
    const kept = this.#kept(digest);
    if (kept) return kept.digest;
    const stored = { ...digest, attempts: 0 };
    this.#digests.set(keyOf(digest.city, digest.username, digest.on), {
      digest: stored,
      ...(mailed && { dueAt: digest.at }),
    });
    return stored;
  }

  async of(city: string, username: string, limit: number): Promise<readonly StoredDigest[]> {
    return [...this.#digests.values()]
      .map(({ digest }) => digest)
      .filter((digest) => digest.city === city && digest.username === username)
      .toSorted((a, b) => b.on.localeCompare(a.on))
      .slice(0, limit);
  }

  async due(city: string, at: Instant, limit: number): Promise<readonly StoredDigest[]> {
    return [...this.#digests.values()]
      .filter(({ digest, dueAt }) => digest.city === city && dueAt !== undefined && dueAt <= at)
      .map(({ digest }) => digest)
      .slice(0, limit);
  }

  async claim(digest: StoredDigest, at: Instant): Promise<boolean> {
    const kept = this.#kept(digest);
    if (kept?.dueAt === undefined || kept.digest.attempts !== digest.attempts) return false;
    const { result: _, ...unsettled } = kept.digest;
    kept.digest = { ...unsettled, attempts: digest.attempts + 1 };
    kept.dueAt = backOff(digest.attempts, at);
    return true;
  }

  async settle(digest: StoredDigest, result: LetterResult): Promise<void> {
    const kept = this.#kept(digest);
    if (kept?.dueAt === undefined) return;
    kept.digest = { ...kept.digest, result };
    if (result !== 'failed') kept.dueAt = undefined;
  }

  #kept({ city, username, on }: Digest) {
    return this.#digests.get(keyOf(city, username, on));
  }
}
