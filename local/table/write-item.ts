import type { Item } from './attribute-value.ts';
import type { Images } from './capacity.ts';
import { fulfils } from './condition.ts';
import { DEEPEST_NESTING, itemSize, LARGEST_ITEM_BYTES, nestingDepth } from './item-size.ts';
import { placeOf } from './place.ts';
import type { ConditionCheck, Delete, Put, Update } from './requests.ts';
import type { Store } from './store.ts';
import { addItem, removeItem, replaceItem } from './stored-item.ts';
import { checkItemKeys, checkKey, checkNestedPaths, keyAttributes, type TableDefinition } from './table-definition.ts';
import { invalid } from './table-error.ts';
import { applyUpdate } from './update.ts';

/** One change to one item, or (a check) none. */
export type Write = { Put: Put } | { Update: Update } | { Delete: Delete } | { ConditionCheck: ConditionCheck };

/** `after` is what stands there now: if the condition was not met, what stood there before. */
export type Written = Images & { conditionMet: boolean; key: Item };

export const requestOf = (write: Write): Put | Update | Delete | ConditionCheck => {
  if ('Put' in write) return write.Put;
  if ('Update' in write) return write.Update;
  return 'Delete' in write ? write.Delete : write.ConditionCheck;
};

/** The key of the item a write is about. Throws if it is not a key of this table. */
export function keyOf(write: Write, table: TableDefinition): Item {
  if ('Put' in write) {
    checkItemKeys(write.Put.Item, table);
    return write.Put.Item;
  }
  const { Key } = 'Update' in write ? write.Update : 'Delete' in write ? write.Delete : write.ConditionCheck;
  checkKey(Key, table);
  return Key;
}

/**
 * Does a write if its condition holds. Runs within `store.atomically`, so that condition, item and index places are
 * one. Throws a ValidationException if the item would become one that cannot be stored.
 */
export function writeItem(store: Store, table: TableDefinition, write: Write): Written {
  const key = keyOf(write, table);
  const { _condition: condition } = requestOf(write);
  checkNestedPaths(condition?.nestedPaths ?? {}, table);

  const stored = store.find({ space: table.space, place: placeOf(key, table.key) });
  const before = stored?.item;
  if (condition && !fulfils(before ?? {}, condition.expression))
    return { conditionMet: false, key, before, after: before };
  if ('ConditionCheck' in write) return { conditionMet: true, key, before, after: before };

  const after = itemAfter(before, write, table);
  if (after) checkItem(after, table);
  if (stored && after) replaceItem(store, table, stored, after);
  else if (stored) removeItem(store, table, stored);
  else if (after) addItem(store, table, after);
  return { conditionMet: true, key, before, after };
}

function itemAfter(before: Item | undefined, write: Write, table: TableDefinition): Item | undefined {
  if ('Put' in write) return write.Put.Item;
  if (!('Update' in write)) return undefined;
  const { Key, _updates: updates } = write.Update;
  const { sections = [], nestedPaths = {} } = updates ?? {};
  checkNestedPaths(nestedPaths, table);
  const changed = new Set(sections.map(({ path }) => path[0]));
  const changedKey = keyAttributes(table.key).find(({ name }) => changed.has(name));
  if (changedKey) {
    throw invalid(
      `One or more parameter values were invalid: Cannot update attribute ${changedKey.name}. This attribute is part of the key`,
    );
  }
  return applyUpdate(before ?? Key, sections);
}

function checkItem(item: Item, table: TableDefinition): void {
  checkItemKeys(item, table);
  if (nestingDepth(item) > DEEPEST_NESTING) throw invalid('Nesting Levels have exceeded supported limits');
  if (itemSize(item) > LARGEST_ITEM_BYTES) throw invalid('Item size has exceeded the maximum allowed size');
}
