import type { Letter } from '../letter.ts';
import type { Instant } from '../time.ts';

/** Letters that wait to be sent. */
export type Letters = {
  due(city: string, at: Instant, limit: number): Promise<readonly StoredLetter[]>;
  /** Letters to the staff that wait to be told together (`digest.ts`), and whose morning has come. */
  gathered(city: string, at: Instant, limit: number): Promise<readonly StoredLetter[]>;
  /**
   * Claims a letter for one attempt: counts it, forgets the last result, and puts the next attempt off by `backOff(attempts)`;
   * refused if another sender was faster.
   */
  claim(letter: StoredLetter, at: Instant): Promise<boolean>;
  /**
   * Notes how attempts ended, claimed before or not: each counts once. After `failed` a letter stays due, put off as by a claim;
   * every other result is final.
   */
  settle(ended: readonly EndedLetter[], at: Instant): Promise<void>;
  of(city: string, request: string): Promise<readonly StoredLetter[]>;
};

export type EndedLetter = { readonly letter: StoredLetter; readonly result: LetterResult };

/** `failed`: certainly not sent, but may be later. `unknown`: an attempt was begun, and nobody knows whether it went out. */
export type LetterResult = 'sent' | 'overtaken' | 'undeliverable' | 'unknown' | 'failed';

export type StoredLetter = Letter & {
  readonly city: string;
  readonly request: string;
  /** Names the letter for good: a provider that sees it twice sends once. */
  readonly key: string;
  readonly attempts: number;
  /** Missing after an attempt whose end was never noted. */
  readonly result?: LetterResult | undefined;
};
