import { type AttributeValue, attribute, type Item, type ScalarType, typeOf } from './attribute-value.ts';
import { pick } from './document-path.ts';
import { invalid } from './table-error.ts';

export type KeyAttribute = { name: string; type: ScalarType };

export type Key = { hash: KeyAttribute; sort?: KeyAttribute };

export type IndexDefinition = {
  /** Number under which the store keeps the index's order. */
  space: number;
  name: string;
  key: Key;
  /** Names of the attributes an entry holds, keys included. */
  projection: 'ALL' | string[];
};

export type TableDefinition = {
  space: number;
  name: string;
  key: Key;
  indexes: IndexDefinition[];
  /** The attribute that says in epoch seconds when an item expires. */
  timeToLive?: string;
  /** What DescribeTable answers. */
  description: Record<string, unknown>;
};

export const keyAttributes = ({ hash, sort }: Key): KeyAttribute[] => (sort ? [hash, sort] : [hash]);

/** What an index holds of an item; undefined if the item is not in the index, because a key attribute is absent. */
export function entryOf(item: Item, index: IndexDefinition): Item | undefined {
  if (!keyAttributes(index.key).every(({ name }) => attribute(item, name))) return undefined;
  return index.projection === 'ALL' ? item : onlyAttributes(item, index.projection);
}

export const onlyAttributes = (item: Item, names: string[]): Item =>
  pick(
    item,
    names.map((name) => [name]),
  );

/** When an item expires, in whole epoch seconds; undefined if it never does. Anything but a number is no expiry. */
export function expiryOf(item: Item, table: TableDefinition): number | undefined {
  const value = table.timeToLive === undefined ? undefined : attribute(item, table.timeToLive);
  const seconds = value && 'N' in value ? Math.floor(Number(value.N)) : undefined;
  return Number.isSafeInteger(seconds) ? seconds : undefined;
}

/** Throws unless these are the table's key attributes, all of them and nothing else, and fit to be a key. */
export function checkKey(key: Item, table: TableDefinition): void {
  const attributes = keyAttributes(table.key);
  if (Object.keys(key).length !== attributes.length) {
    throw invalid('The provided key element does not match the schema');
  }
  for (const { name, type } of attributes) {
    const value = attribute(key, name);
    if (!value || typeOf(value) !== type) throw invalid('The provided key element does not match the schema');
    checkKeyValue(value, name === table.key.hash.name, `Key: ${name}`);
  }
}

/** Throws unless the item can be stored: it has its key, and what it has of index keys is of the right type and not empty. */
export function checkItemKeys(item: Item, table: TableDefinition): void {
  for (const { name, type } of keyAttributes(table.key)) {
    const value = attribute(item, name);
    if (!value) throw invalid(`One or more parameter values were invalid: Missing the key ${name} in the item`);
    if (typeOf(value) !== type) {
      throw invalid(
        `One or more parameter values were invalid: Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`,
      );
    }
    checkKeyValue(value, name === table.key.hash.name, `Key: ${name}`);
  }
  for (const index of table.indexes) checkIndexKeys(item, index);
}

function checkIndexKeys(item: Item, index: IndexDefinition): void {
  for (const { name, type } of keyAttributes(index.key)) {
    const value = attribute(item, name);
    if (!value) continue;
    if (typeOf(value) !== type) {
      throw invalid(
        `One or more parameter values were invalid: Type mismatch for Index Key ${name} Expected: ${type} ` +
          `Actual: ${typeOf(value)} IndexName: ${index.name}`,
      );
    }
    checkKeyValue(value, name === index.key.hash.name, `IndexName: ${index.name}, IndexKey: ${name}`);
  }
}

const LARGEST_HASH_KEY_BYTES = 2048;
const LARGEST_SORT_KEY_BYTES = 1024;

function checkKeyValue(value: AttributeValue, isHash: boolean, where: string): void {
  const bytes = 'S' in value ? Buffer.byteLength(value.S) : 'B' in value ? Buffer.byteLength(value.B, 'base64') : 1;
  if (bytes === 0) {
    const kind = 'S' in value ? 'string' : 'binary';
    throw invalid(
      'One or more parameter values are not valid. ' +
        `The AttributeValue for a key attribute cannot contain an empty ${kind} value. ${where}`,
    );
  }
  if (bytes > (isHash ? LARGEST_HASH_KEY_BYTES : LARGEST_SORT_KEY_BYTES)) {
    const limit = isHash
      ? `Size of hashkey has exceeded the maximum size limit of ${LARGEST_HASH_KEY_BYTES} bytes`
      : `Aggregated size of all range keys has exceeded the size limit of ${LARGEST_SORT_KEY_BYTES} bytes`;
    throw invalid(`One or more parameter values were invalid: ${limit}. ${where}`);
  }
}

/** Throws if an expression looks inside an attribute that is a key of the table or of an index: keys have no inside. */
export function checkNestedPaths(nestedPaths: Record<string, unknown>, table: TableDefinition): void {
  for (const key of [table.key, ...table.indexes.map((index) => index.key)]) {
    for (const { name } of keyAttributes(key)) {
      if (Object.hasOwn(nestedPaths, name)) {
        throw invalid(
          "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: " +
            `${key === table.key ? 'Key' : 'IndexKey'}: ${name}`,
        );
      }
    }
  }
}
