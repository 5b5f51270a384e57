import type { AttributeValue, Item } from './attribute-value.ts';
import { numberSize } from './decimal.ts';

export const LARGEST_ITEM_BYTES = 400 * 1024;
export const DEEPEST_NESTING = 32;

/** Bytes an item counts for in limits and bills: names and values in UTF-8, with DynamoDB's overhead for nesting. */
export function itemSize(item: Item): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(item)) bytes += Buffer.byteLength(name) + valueSize(value);
  return bytes;
}

function valueSize(value: AttributeValue): number {
  if ('S' in value) return Buffer.byteLength(value.S);
  if ('N' in value) return numberSize(value.N);
  if ('B' in value) return binarySize(value.B);
  if ('SS' in value) return sum(value.SS.map((text) => Buffer.byteLength(text)));
  if ('NS' in value) return sum(value.NS.map(numberSize));
  if ('BS' in value) return sum(value.BS.map(binarySize));
  if ('L' in value) return 3 + sum(value.L.map((element) => 1 + valueSize(element)));
  if ('M' in value) return 3 + Object.keys(value.M).length + itemSize(value.M);
  return 1;
}

/** How deep lists and maps stand within one another; an attribute that is neither has depth 1. */
export function nestingDepth(item: Item): number {
  const children = (value: AttributeValue) => ('L' in value ? value.L : 'M' in value ? Object.values(value.M) : []);
  let depth = 0;
  for (let level = Object.values(item); level.length > 0; level = level.flatMap(children)) depth += 1;
  return depth;
}

const binarySize = (base64: string): number => Buffer.byteLength(base64, 'base64');

const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
