import type { Change } from '../../domain/change.ts';
import { ledgerEntryOf } from '../../domain/ledger.ts';
import type { Request } from '../../domain/request.ts';
import type { Instant } from '../../domain/time.ts';
import { dueLedger, unchainedKey } from './keys.ts';
import type { Step } from './step.ts';

/** What happened first is chained first. The version makes it the only one of its kind. */
export const ledgerIdOf = ({ at, id, version }: { at: Instant } & Pick<Request, 'id' | 'version'>): string =>
  `${at}#${id}#${version}`;

/** A decision about a turn leaves an item of its own, so that the chain of a post never stands in the way of its turns. */
export const ledgerStep = (change: Change, at: Instant): Step[] => {
  const recorded = ledgerEntryOf(change, at);
  if (!recorded) return [];
  const { city, id, version } = change.after;
  const { official, entry } = recorded;
  const key = unchainedKey({ city, official }, ledgerIdOf({ at, id, version }));
  return [{ put: { ...key, ...entry, dueKey: dueLedger(city), dueAt: at } }];
};
