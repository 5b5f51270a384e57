import type { Post } from '../../domain/ledger.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import { type Instant, plusMinutes } from '../../domain/time.ts';

const MINUTES_IN_THREE_MONTHS = 90 * 24 * 60;
/** The turns of some ten weeks; a post with more of them is counted from those. */
const MOST_LINES = 300;

/** How many turns of a post were let down by its holder in the last three months: the ledger tells of each. */
export const hostAbsencesOf = async (post: Post, at: Instant, ledger: Ledger): Promise<number> => {
  const { number } = await ledger.head(post);
  const lines = await ledger.list(post, { limit: MOST_LINES, after: Math.max(0, number - MOST_LINES) });
  const since = plusMinutes(at, -MINUTES_IN_THREE_MONTHS);
  return lines.filter((line) => line.reason === 'host-absent' && line.at >= since).length;
};
