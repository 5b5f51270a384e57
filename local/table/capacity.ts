import { type Item, sameItem } from './attribute-value.ts';
import { itemSize } from './item-size.ts';
import { placeOf } from './place.ts';
import { entryOf, type IndexDefinition, type TableDefinition } from './table-definition.ts';

/**
 * What one operation costs one table or index, by AWS's rules: a write unit for each started KB, a read unit for each
 * started 4 KB (half of that if eventually consistent). Sources: the developer guide's "DynamoDB read and write
 * operations", and measurements on AWS in paritysuite/dynamodb-conformance and nubo-db/dynoxide #188 for what it leaves open.
 */
export type Charge = {
  table: string;
  index?: string;
  readUnits: number;
  writeUnits: number;
  /** What was paid for: the item that was written, or all that were read; an item that is not there as its key alone. */
  items: readonly Item[];
};

/** An operation in a transaction is prepared and committed. */
export const TRANSACTIONAL = 2;

/** An item before and after a write; both are undefined if nothing was there and nothing is now. */
export type Images = { before: Item | undefined; after: Item | undefined };
type Paid = Images & { key: Item };

const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);

/** The larger of the two images counts. */
export const imageSize = ({ before, after }: Images): number => Math.max(sizeOf(before), sizeOf(after));

const sizeOf = (item: Item | undefined): number => (item ? itemSize(item) : 0);

/** The table's charge alone; also what a write costs whose condition failed. `factor` is 2 in a transaction. */
export const tableCharge = (table: TableDefinition, paid: Paid, factor = 1): Charge => ({
  table: table.name,
  readUnits: 0,
  writeUnits: writeUnits(imageSize(paid)) * factor,
  items: [paid.key],
});

/** The table's charge and those of the indexes the write touches. Indexes cost the same inside and outside a transaction. */
export function writeCharges(table: TableDefinition, paid: Paid, factor = 1): Charge[] {
  const indexCharges = table.indexes.flatMap((index) => {
    const units = indexUnits(table, index, paid);
    return units > 0
      ? [{ table: table.name, index: index.name, readUnits: 0, writeUnits: units, items: [paid.key] }]
      : [];
  });
  return [tableCharge(table, paid, factor), ...indexCharges];
}

/** What the index stores decides: nothing changed 0, entering or leaving 1 write, changed 1 write, moved to another key 2. */
function indexUnits(table: TableDefinition, index: IndexDefinition, { before, after }: Images): number {
  const left = before && entryOf(before, index);
  const entered = after && entryOf(after, index);
  if (left && entered) {
    if (!placeOf(left, index.key, table.key).equals(placeOf(entered, index.key, table.key))) {
      return writeUnits(itemSize(left)) + writeUnits(itemSize(entered));
    }
    return sameItem(left, entered) ? 0 : writeUnits(imageSize({ before: left, after: entered }));
  }
  const only = left ?? entered;
  return only ? writeUnits(itemSize(only)) : 0;
}

export const readCharge = (
  table: TableDefinition,
  { units, items, index }: { units: number; items: readonly Item[]; index?: IndexDefinition | undefined },
): Charge => ({
  table: table.name,
  ...(index && { index: index.name }),
  readUnits: units,
  writeUnits: 0,
  items,
});
