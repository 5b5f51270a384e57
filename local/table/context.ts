import type { Charge } from './capacity.ts';
import type { Catalog } from './catalog.ts';
import type { Store } from './store.ts';

/** What every operation works with. `charge` puts a cost on the account, whatever becomes of the operation. */
export type Context = {
  store: Store;
  catalog: Catalog;
  /** Epoch milliseconds. */
  now: () => number;
  charge: (charges: Charge[]) => void;
};
