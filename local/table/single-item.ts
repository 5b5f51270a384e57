import type { Item } from './attribute-value.ts';
import { readCharge, readUnits, tableCharge, writeCharges } from './capacity.ts';
import { consumedCapacities } from './consumption.ts';
import type { Context } from './context.ts';
import { pick } from './document-path.ts';
import { itemSize } from './item-size.ts';
import { placeOf } from './place.ts';
import type { DeleteItem, Get, GetItem, PutItem, UpdateItem } from './requests.ts';
import { checkKey, checkNestedPaths, type TableDefinition } from './table-definition.ts';
import { TableError } from './table-error.ts';
import { requestOf, type Write, type Written, writeItem } from './write-item.ts';

export const putItem = (context: Context, request: PutItem) => writeAlone(context, { Put: request }, request);
export const deleteItem = (context: Context, request: DeleteItem) => writeAlone(context, { Delete: request }, request);
export const updateItem = (context: Context, request: UpdateItem) => writeAlone(context, { Update: request }, request);

export function getItem(context: Context, request: GetItem) {
  const table = context.catalog.find(request.TableName);
  const item = readItem(context, table, request);
  const units = readUnits(item ? itemSize(item) : 0, request.ConsistentRead ?? false);
  const charges = [readCharge(table, { units, items: [item ?? request.Key] })];
  context.charge(charges);
  const Item = item && projected(item, request);
  const [ConsumedCapacity] = consumedCapacities(request.ReturnConsumedCapacity, charges) ?? [];
  return { ...(Item && { Item }), ConsumedCapacity };
}

/** The whole item under a key. Throws if the key or the projection does not fit the table. */
export function readItem({ store }: Context, table: TableDefinition, { Key, _projection }: Get): Item | undefined {
  checkKey(Key, table);
  checkNestedPaths(_projection?.nestedPaths ?? {}, table);
  return store.find({ space: table.space, place: placeOf(Key, table.key) })?.item;
}

export const projected = (item: Item, { _projection }: Pick<Get, '_projection'>): Item =>
  _projection ? pick(item, _projection.paths) : item;

function writeAlone(context: Context, write: Write, request: PutItem | UpdateItem | DeleteItem) {
  const { store, catalog } = context;
  const table = catalog.find(request.TableName);
  const written = store.atomically(() => writeItem(store, table, write));
  if (!written.conditionMet) {
    context.charge([tableCharge(table, written)]);
    throw new TableError(
      'ConditionalCheckFailedException',
      'The conditional request failed',
      itemOnFailure(write, written),
    );
  }
  const charges = writeCharges(table, written);
  context.charge(charges);
  const Attributes = returnValues(written, request);
  const [ConsumedCapacity] = consumedCapacities(request.ReturnConsumedCapacity, charges) ?? [];
  return { ...(Attributes && Object.keys(Attributes).length > 0 && { Attributes }), ConsumedCapacity };
}

/** The item as it stood against the condition, if the caller asked to see it. */
export function itemOnFailure(write: Write, { before }: Written): { Item?: Item } {
  const { ReturnValuesOnConditionCheckFailure: wanted } = requestOf(write);
  return wanted === 'ALL_OLD' && before ? { Item: before } : {};
}

function returnValues({ before, after }: Written, request: PutItem | UpdateItem | DeleteItem): Item | undefined {
  const paths = ('_updates' in request && request._updates?.paths) || [];
  switch (request.ReturnValues) {
    case 'ALL_OLD':
      return before;
    case 'ALL_NEW':
      return after;
    case 'UPDATED_OLD':
      return before && pick(before, paths);
    case 'UPDATED_NEW':
      return after && pick(after, paths);
    default:
      return undefined;
  }
}
