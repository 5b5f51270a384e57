import { crc32 } from 'node:zlib';
import { attribute, type Item, typeOf } from './attribute-value.ts';
import { readCharge, readUnits } from './capacity.ts';
import { fulfils } from './condition.ts';
import { consumedCapacities } from './consumption.ts';
import type { Context } from './context.ts';
import { itemSize } from './item-size.ts';
import { keyRange } from './key-condition.ts';
import { after, type Place, placeOf, type Range } from './place.ts';
import type { Query, Scan } from './requests.ts';
import { projected } from './single-item.ts';
import {
  checkNestedPaths,
  entryOf,
  type IndexDefinition,
  type KeyAttribute,
  keyAttributes,
  onlyAttributes,
  type TableDefinition,
} from './table-definition.ts';
import { invalid } from './table-error.ts';

const LARGEST_PAGE_BYTES = 1024 * 1024;
/** From the lowest place there can be to beyond the highest: no hash key is longer than 2048 bytes. */
const EVERYTHING: Range = { from: Buffer.alloc(0), to: Buffer.alloc(2049, 0xff) };

/** What is read: the table in its own order, or one of its indexes. */
type Source = { table: TableDefinition; index: IndexDefinition | undefined };

/** A stretch of the source, which way through it, and which places in it count. */
type Stretch = Range & { backward: boolean; has: (place: Place) => boolean };

export function query(context: Context, request: Query) {
  const source = sourceOf(context, request);
  const { key } = source.index ?? source.table;
  const filtered = keyAttributes(key).find(({ name }) => Object.hasOwn(request._filter?.pathHeads ?? {}, name));
  if (filtered) {
    throw invalid(
      `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${filtered.name}`,
    );
  }
  const range = keyRange(key, request.KeyConditions);
  return readPage(context, source, request, {
    ...range,
    backward: request.ScanIndexForward === false,
    has: () => true,
  });
}

export function scan(context: Context, request: Scan) {
  const { TotalSegments, Segment } = request;
  const has = (place: Place) => TotalSegments === undefined || crc32(place) % TotalSegments === Segment;
  return readPage(context, sourceOf(context, request), request, { ...EVERYTHING, backward: false, has });
}

function sourceOf({ catalog }: Context, request: Query | Scan): Source {
  const table = catalog.find(request.TableName);
  const index = table.indexes.find(({ name }) => name === request.IndexName);
  checkNestedPaths({ ...request._filter?.nestedPaths, ...request._projection?.nestedPaths }, table);
  if (request.IndexName !== undefined) checkIndexRead(request, index);
  return { table, index };
}

function checkIndexRead(request: Query | Scan, index: IndexDefinition | undefined): void {
  if (!index) throw invalid(`The table does not have the specified index: ${request.IndexName}`);
  if (request.ConsistentRead) throw invalid('Consistent reads are not supported on global secondary indexes');
  const { projection, name } = index;
  if (projection === 'ALL') return;
  if (request.Select === 'ALL_ATTRIBUTES') {
    throw invalid(
      'One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary ' +
        `index ${name} because its projection type is not ALL`,
    );
  }
  const missing = request._projection?.paths.map(([head]) => String(head)).filter((head) => !projection.includes(head));
  if (missing && missing.length > 0) {
    throw invalid(
      `One or more parameter values were invalid: Global secondary index ${name} does not project [${missing.join(', ')}]`,
    );
  }
}

/** Reads until the limit or 1 MB is reached, whichever comes first; the filter acts on what was read and paid for. */
function readPage(context: Context, source: Source, request: Query | Scan, stretch: Stretch) {
  const { table, index } = source;
  const { from, to, backward, has } = resumed(stretch, source, request.ExclusiveStartKey);
  const limit = request.Limit ?? Number.POSITIVE_INFINITY;
  const items: Item[] = [];
  const read: Item[] = [];
  let bytes = 0;
  let last: Item | undefined;

  for (const { place, item } of context.store.inOrder((index ?? table).space, { from, to }, backward)) {
    if (!has(place)) continue;
    const seen = (index && entryOf(item, index)) ?? item;
    read.push(seen);
    bytes += itemSize(seen);
    if (!request._filter || fulfils(seen, request._filter.expression)) items.push(seen);
    if (read.length >= limit || bytes >= LARGEST_PAGE_BYTES) {
      last = seen;
      break;
    }
  }

  const units = readUnits(bytes, request.ConsistentRead ?? false);
  const charges = [readCharge(table, { units, items: read, index })];
  context.charge(charges);
  const [ConsumedCapacity] = consumedCapacities(request.ReturnConsumedCapacity, charges) ?? [];
  return {
    Count: items.length,
    ScannedCount: read.length,
    ...(request.Select !== 'COUNT' && { Items: items.map((item) => projected(item, request)) }),
    ...(last && {
      LastEvaluatedKey: onlyAttributes(
        last,
        startKey(source).map(({ name }) => name),
      ),
    }),
    ConsumedCapacity,
  };
}

/** The attributes that say where a page ended: the index's key and the table's. */
function startKey({ table, index }: Source): KeyAttribute[] {
  const own = keyAttributes(table.key);
  const more = index ? keyAttributes(index.key).filter(({ name }) => !own.some((key) => key.name === name)) : [];
  return [...own, ...more];
}

/** The rest of a stretch behind the key where the page before ended; that item need not exist any more. */
function resumed(stretch: Stretch, source: Source, start: Item | undefined): Stretch {
  if (!start) return stretch;
  const expected = startKey(source);
  const fits = expected.every(({ name, type }) => {
    const value = attribute(start, name);
    return value && typeOf(value) === type;
  });
  if (!fits || Object.keys(start).length !== expected.length) throw invalid('The provided starting key is invalid');
  const { table, index } = source;
  const place = index ? placeOf(start, index.key, table.key) : placeOf(start, table.key);
  if (Buffer.compare(place, stretch.from) < 0 || Buffer.compare(place, stretch.to) >= 0) {
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
  }
  return stretch.backward ? { ...stretch, to: place } : { ...stretch, from: after(place) };
}
