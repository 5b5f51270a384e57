import type { Order } from '../domain/order.ts';
import type { Documents } from '../domain/ports/documents.ts';
import type { Scans } from '../domain/ports/scans.ts';
import { hasCut } from '../domain/scan.ts';

type Needs = { readonly documents: Documents; readonly scans: Scans };

/** Links to the pictures of orders, by their numbers, as far as they are cut from pages that may be shown now. */
export const cutsOf = async (
  city: string,
  orders: readonly Order[],
  { documents, scans }: Needs,
): Promise<ReadonlyMap<number, string>> => {
  const ids = [...new Set(orders.flatMap(({ box }) => box?.document ?? []))];
  const found = await scans.several(city, ids);
  const cuts = new Map<number, string>();
  for (const { number, box } of orders) {
    const scan = found.find(({ id }) => id === box?.document);
    if (!box || !scan || scan.replacedBy !== undefined || !hasCut(scan, box)) continue;
    const { document: _, ...cut } = box;
    cuts.set(number, await documents.picture(city, { scan: scan.id, edition: scan.edition, cut }));
  }
  return cuts;
};
