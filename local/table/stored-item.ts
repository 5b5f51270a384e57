import type { Item } from './attribute-value.ts';
import { placeOf } from './place.ts';
import type { SpacePlace, Store, Stored } from './store.ts';
import { entryOf, expiryOf, type IndexDefinition, type TableDefinition } from './table-definition.ts';

/** Every place an item has: one in its table, and one in each index that holds it. */
function placesOf(item: Item, table: TableDefinition): SpacePlace[] {
  return [{ space: table.space, place: placeOf(item, table.key) }, ...placesIn(table.indexes, item, table)];
}

const placesIn = (indexes: readonly IndexDefinition[], item: Item, table: TableDefinition): SpacePlace[] =>
  indexes
    .filter((index) => entryOf(item, index) !== undefined)
    .map((index) => ({ space: index.space, place: placeOf(item, index.key, table.key) }));

/** Gives an item that is there already its places in indexes that are new. */
export function enterIndexes(
  store: Store,
  table: TableDefinition,
  indexes: readonly IndexDefinition[],
  stored: Stored,
) {
  for (const place of placesIn(indexes, stored.item, table)) store.enter(place, stored.id);
}

export function addItem(store: Store, table: TableDefinition, item: Item): void {
  const id = store.insert(table.space, item, expiryOf(item, table));
  for (const place of placesOf(item, table)) store.enter(place, id);
}

/** Leaves the places where the item stays as they are. */
export function replaceItem(store: Store, table: TableDefinition, stored: Stored, item: Item): void {
  store.replace(stored.id, item, expiryOf(item, table));
  const before = placesOf(stored.item, table);
  const now = placesOf(item, table);
  for (const place of before.filter((one) => !isAmong(now, one))) store.leave(place);
  for (const place of now.filter((one) => !isAmong(before, one))) store.enter(place, stored.id);
}

export function removeItem(store: Store, table: TableDefinition, stored: Stored): void {
  for (const place of placesOf(stored.item, table)) store.leave(place);
  store.remove(stored.id);
}

const isAmong = (places: SpacePlace[], { space, place }: SpacePlace): boolean =>
  places.some((other) => other.space === space && other.place.equals(place));
