import type { DrawState } from '../draw.ts';
import type { LedgerEntry, Post } from '../ledger.ts';
import type { Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';

/** The queues that somebody must look at: somebody joined, a turn was given back, a session was planned. */
export type Queues = {
  /** Looks that are due, each one mark of one event. */
  due(city: string, at: Instant, limit: number): Promise<readonly Look[]>;
  /** Marks a queue to be looked at once more at that time. */
  lookAgain(post: Post, at: Instant): Promise<void>;
  /** Takes away the marks of a queue that was looked at. */
  done(city: string, looks: readonly Look[]): Promise<void>;
  draws(post: Post): Promise<DrawState>;
  /** Writes where the draws stand, one version on, together with its line of the ledger; refused if another run was faster. */
  saveDraws(post: Post, state: DrawState, entry?: LedgerEntry): Promise<Outcome<void>>;
};

export type Look = { readonly official: string; readonly id: string };
