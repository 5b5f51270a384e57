import type { Catalog } from './catalog.ts';
import type { Store } from './store.ts';
import { removeItem } from './stored-item.ts';

const FIVE_YEARS_IN_SECONDS = 5 * 365 * 24 * 3600;
const BATCH = 500;

/**
 * Deletes every item whose time has come, as DynamoDB does: unbilled, and sparing items that expired more than five
 * years ago. `now` is in epoch milliseconds. Returns how many items went.
 */
export function expireItems(store: Store, catalog: Catalog, now: number): number {
  const until = Math.floor(now / 1000);
  let deleted = 0;
  for (;;) {
    const due = store.expired(until - FIVE_YEARS_IN_SECONDS, until, BATCH);
    if (due.length === 0) return deleted;
    store.atomically(() => {
      for (const { space, ...stored } of due) removeItem(store, catalog.bySpace(space), stored);
    });
    deleted += due.length;
  }
}
