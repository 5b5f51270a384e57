import type { LedgerEntry, LedgerHead, LedgerLine, Post } from '../ledger.ts';
import type { Outcome } from '../outcome.ts';
import type { Instant } from '../time.ts';

/** The fair-turn ledger. A decision leaves its entry; one writer for each post makes a chain of them afterwards. */
export type Ledger = {
  /** Posts with entries that wait to be chained. */
  posts(city: string, limit: number): Promise<readonly string[]>;
  /** How many entries of the city have waited since then, or longer. */
  countUnchained(city: string, since: Instant): Promise<number>;
  /** The last line of a post, and what waits to come behind it, oldest first. */
  next(post: Post, limit: number): Promise<{ readonly head: LedgerHead; readonly waiting: readonly WaitingEntry[] }>;
  /** Puts lines behind the head that was read, each in place of its entry. Refused with `changed-meanwhile` if another writer was faster. */
  append(
    post: Post,
    head: LedgerHead,
    lines: readonly { readonly line: LedgerLine; readonly id: string }[],
  ): Promise<Outcome<void>>;
  head(post: Post): Promise<LedgerHead>;
  /** The last lines of the chain, newest first. */
  latest(post: Post, limit: number): Promise<readonly LedgerLine[]>;
  /** The chain in its order, from behind a line on. */
  list(post: Post, page: { readonly limit: number; readonly after: number }): Promise<readonly LedgerLine[]>;
};

/** An entry that is not a line yet. */
export type WaitingEntry = { readonly id: string; readonly entry: LedgerEntry };
