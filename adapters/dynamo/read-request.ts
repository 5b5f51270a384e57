import * as z from 'zod/mini';
import type { MayLag } from '../../domain/ports/case-files.ts';
import type { Request } from '../../domain/request.ts';
import type { CityTable } from './city-table.ts';
import { CORE, casePartition, requestKey } from './keys.ts';
import { HotItem, OrderItem, requestFrom, untorn } from './stored-request.ts';

type Which = Pick<Request, 'city' | 'id'>;

/** A request with its orders: what of it was foreseen is not asked for again. */
export const readRequest = async (
  table: CityTable,
  { city, id }: Which,
  { mayLag = false }: MayLag = {},
): Promise<Request | undefined> => {
  const ahead = await table.foreseen(requestKey(city, id), HotItem);
  if (ahead && !ahead.item) return undefined;
  const foreseen = ahead?.item && requestFrom(ahead.item, await ordersOf(ahead.item, table));
  return foreseen && !foreseen.isTorn ? foreseen.request : readWhole(table, { city, id }, { mayLag });
};

const ordersOf = async ({ pk, orderCount = 0 }: HotItem, table: CityTable): Promise<OrderItem[]> => {
  const values = { ':case': pk, ':order': `${CORE}ORDER#` };
  const orders = { keys: '#pk = :case AND begins_with(#sk, :order)', values, strong: true };
  return orderCount > 0 ? table.all(orders, OrderItem) : [];
};

const readWhole = (table: CityTable, { city, id }: Which, { mayLag }: { mayLag: boolean }) => {
  const core = {
    keys: '#pk = :case AND begins_with(#sk, :core)',
    values: { ':case': casePartition(city, id), ':core': CORE },
  };
  return untorn(async (isFirst) => {
    // The orders come first: CORE#ORDER#… sorts before CORE#REQUEST.
    const items = await table.all({ ...core, strong: !(isFirst && mayLag) }, OrderItem);
    const hot = items.at(-1);
    return hot && requestFrom(z.parse(HotItem, hot), items.slice(0, -1));
  });
};
