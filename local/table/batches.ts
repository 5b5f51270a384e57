import { type Charge, readCharge, readUnits, writeCharges } from './capacity.ts';
import { consumedCapacities } from './consumption.ts';
import type { Context } from './context.ts';
import { itemSize } from './item-size.ts';
import { placeOf } from './place.ts';
import type { BatchGetItem, BatchWriteItem } from './requests.ts';
import { projected, readItem } from './single-item.ts';
import { invalid } from './table-error.ts';
import { keyOf, type Write, writeItem } from './write-item.ts';

const MOST_WRITES = 25;
const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024;

/** Gets up to 100 items; keys beyond 16 MB of items come back as UnprocessedKeys. */
export function batchGetItem(context: Context, request: BatchGetItem) {
  const Responses: Record<string, unknown[]> = {};
  const UnprocessedKeys: BatchGetItem['RequestItems'] = {};
  const charges: Charge[] = [];
  let bytes = 0;
  for (const [TableName, wanted] of Object.entries(request.RequestItems)) {
    const table = context.catalog.find(TableName);
    const found: unknown[] = [];
    const left: typeof wanted.Keys = [];
    for (const Key of wanted.Keys) {
      const item = readItem(context, table, { ...wanted, TableName, Key });
      const size = item ? itemSize(item) : 0;
      if (bytes + size > LARGEST_ANSWER_BYTES) {
        left.push(Key);
        continue;
      }
      bytes += size;
      const units = readUnits(size, wanted.ConsistentRead ?? false);
      charges.push(readCharge(table, { units, items: [item ?? Key] }));
      if (item) found.push(projected(item, wanted));
    }
    Responses[TableName] = found;
    if (left.length > 0) UnprocessedKeys[TableName] = { ...withoutParsed(wanted), Keys: left };
  }
  context.charge(charges);
  return { Responses, UnprocessedKeys, ConsumedCapacity: consumedCapacities(request.ReturnConsumedCapacity, charges) };
}

function withoutParsed<T extends { _projection?: unknown }>({ _projection, ...asSent }: T) {
  return asSent;
}

/** Puts and deletes up to 25 items. All are done, in one commit; DynamoDB promises less, and nothing may rely on more. */
export function batchWriteItem(context: Context, request: BatchWriteItem) {
  const { store, catalog } = context;
  const writes = Object.entries(request.RequestItems).flatMap(([TableName, requests]) =>
    requests.map(({ PutRequest, DeleteRequest }): { TableName: string; write: Write } => {
      if (PutRequest && !DeleteRequest) return { TableName, write: { Put: { TableName, ...PutRequest } } };
      if (DeleteRequest && !PutRequest) return { TableName, write: { Delete: { TableName, ...DeleteRequest } } };
      throw invalid(
        'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
      );
    }),
  );
  if (writes.length > MOST_WRITES) throw invalid('Too many items requested for the BatchWriteItem call');
  const seen = new Set<string>();
  for (const { TableName, write } of writes) {
    const table = catalog.find(TableName);
    const target = `${TableName}/${placeOf(keyOf(write, table), table.key).toString('hex')}`;
    if (seen.has(target)) throw invalid('Provided list of item keys contains duplicates');
    seen.add(target);
  }
  const charges = store.atomically(() =>
    writes.flatMap(({ TableName, write }) => {
      const table = catalog.find(TableName);
      return writeCharges(table, writeItem(store, table, write));
    }),
  );
  context.charge(charges);
  return { UnprocessedItems: {}, ConsumedCapacity: consumedCapacities(request.ReturnConsumedCapacity, charges) };
}
