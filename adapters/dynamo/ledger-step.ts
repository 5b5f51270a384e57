import type { Change } from '../../domain/change.ts';
import { type LedgerEntry, ledgerEntryOf, type Post } from '../../domain/ledger.ts';
import type { Request } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import { unchainedKey } from './keys.ts';
import type { Step } from './step.ts';

/** What happened first is chained first. The version makes it the only one of its kind. */
export const ledgerIdOf = ({ at, id, version }: { at: Instant } & Pick<Request, 'id' | 'version'>): string =>
  `${at}#${id}#${version}`;

/** A draw is chained before the turns of its winners, whatever the moment. */
export const drawIdOf = (at: Instant, number: number): string => `${at}##draw#${number}`;

/** A decision about a turn leaves an item of its own, so that the chain of a post never stands in the way of its turns. */
export const ledgerStep = (change: Change, at: Instant): Step[] => {
  const recorded = ledgerEntryOf(change, at);
  if (!recorded) return [];
  const { city, id, version } = change.after;
  const { official, entry } = recorded;
  return [{ put: unchainedItem({ city, official }, ledgerIdOf({ at, id, version }), entry) }];
};

/** An entry as it waits for the writer of its post's chain. */
export const unchainedItem = (post: Post, id: string, entry: LedgerEntry) => ({
  ...unchainedKey(post, id),
  ...entry,
});
