import { createHash } from 'node:crypto';
import { chainOf, type Post } from '../../domain/ledger.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Sha256 } from '../../domain/sha256.ts';
import { plusMinutes } from '../../domain/time.ts';
import { inTurns } from './in-turns.ts';

export type ChainLedgerNeeds = { readonly directory: Directory; readonly ledger: Ledger; readonly clock: Clock };

/** Lines that were chained, posts that could not be, and entries that have waited too long all the same. */
export type Chained = Readonly<Record<'chained' | 'failed' | 'unchained', number>>;

const MOST_PER_CITY = 1000;
/** Each line is two writes of a transaction, which holds a hundred. */
const LINES_AT_ONCE = 40;
const PATIENCE_MINUTES = 5;

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Makes lines of all entries, post by post. A second writer at the same time loses its race and changes nothing. */
export const run = async ({ directory, ledger, clock }: ChainLedgerNeeds): Promise<Chained> => {
  const sums = { chained: 0, failed: 0, unchained: 0 };
  for (const city of await directory.cities()) {
    const posts = await ledger.posts(city, MOST_PER_CITY);
    for (const outcome of await inTurns(posts, (official) => chainPost({ city, official }, ledger))) {
      if (outcome === 'failed') sums.failed += 1;
      else sums.chained += outcome;
    }
    sums.unchained += await ledger.countUnchained(city, plusMinutes(clock.now(), -PATIENCE_MINUTES));
  }
  return sums;
};

const chainPost = async (post: Post, ledger: Ledger): Promise<number> => {
  for (let chained = 0; ; ) {
    const { head, waiting } = await ledger.next(post, LINES_AT_ONCE);
    const entries = waiting.map(({ entry }) => entry);
    const lines = chainOf(post, head, entries, sha256).map((line, index) => ({ line, id: waiting[index]?.id ?? '' }));
    if (lines.length === 0) return chained;
    const written = await ledger.append(post, head, lines);
    if (!written.agreed) return chained;
    chained += lines.length;
  }
};
