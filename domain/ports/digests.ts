import type { Digest } from '../digest.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { LetterResult } from './letters.ts';

/** What the staff are told in the morning: kept to be read in the console, and sent by e-mail to whoever has an address. */
export type Digests = {
  /** Units whose people have been told what came to them on a day. */
  toldUnits(city: string, on: LocalDate): Promise<readonly string[]>;
  noteTold(city: string, on: LocalDate, units: readonly string[]): Promise<void>;
  /** Written once for a person and a day; answers with what stands there. Due at once if it goes out by e-mail. */
  add(digest: Digest, options: { mailed: boolean }): Promise<StoredDigest>;
  /** Of one person, the newest first. */
  of(city: string, username: string, limit: number): Promise<readonly StoredDigest[]>;
  due(city: string, at: Instant, limit: number): Promise<readonly StoredDigest[]>;
  /** Claims one attempt to send it, as `Letters.claim` does; refused if another sender was faster. */
  claim(digest: StoredDigest, at: Instant): Promise<boolean>;
  /** Notes how an attempt ended. After `failed` it stays due; every other result is final. */
  settle(digest: StoredDigest, result: LetterResult): Promise<void>;
};

export type StoredDigest = Digest & {
  readonly attempts: number;
  /** Missing before the first attempt, and after one whose end was never noted. */
  readonly result?: LetterResult | undefined;
};
