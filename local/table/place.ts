import { type AttributeValue, attribute, type Item } from './attribute-value.ts';
import { orderedNumber } from './decimal.ts';
import type { Key } from './table-definition.ts';

/**
 * Where an item stands: bytes that sort by hash key, then sort key, then (in an index) by the table's own key.
 * Each part ends by itself, so that no place is the beginning of another and a hash key is a prefix of its items' places.
 */
export type Place = Buffer;

/** From the first, up to but without the second. */
export type Range = { from: Buffer; to: Buffer };

export function placeOf(item: Item, ...keys: Key[]): Place {
  const names = keys.flatMap(({ hash, sort }) => (sort ? [hash.name, sort.name] : [hash.name]));
  return Buffer.concat(names.map((name) => part(attribute(item, name))));
}

/** All places that begin with these key values. */
export function rangeOf(...values: AttributeValue[]): Range {
  return startingWith(Buffer.concat(values.map(part)));
}

/** All places of one hash key whose sort key begins with the text or bytes. */
export function rangeOfPrefix(hash: AttributeValue, sortPrefix: AttributeValue): Range {
  const wholePart = part(sortPrefix);
  return startingWith(Buffer.concat([part(hash), wholePart.subarray(0, wholePart.length - END.length)]));
}

const startingWith = (prefix: Buffer): Range => ({ from: prefix, to: after(prefix) });

/** The first bytes that sort behind everything that begins with these. */
export function after(prefix: Buffer): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length -= 1;
  const next = Buffer.from(prefix.subarray(0, length));
  const last = next[length - 1];
  if (last === undefined) throw new Error('Nothing sorts behind this prefix.');
  next[length - 1] = last + 1;
  return next;
}

const END = Buffer.from([0x00, 0x00]);
const ESCAPED_ZERO = Buffer.from([0x00, 0xff]);

function part(value: AttributeValue | undefined): Buffer {
  if (value && 'N' in value) return orderedNumber(value.N);
  if (value && 'S' in value) return terminated(Buffer.from(value.S, 'utf8'));
  if (value && 'B' in value) return terminated(Buffer.from(value.B, 'base64'));
  throw new Error('A key is text, a number or binary; this should have been refused before.');
}

function terminated(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let zero = bytes.indexOf(0); zero !== -1; zero = bytes.indexOf(0, start)) {
    pieces.push(bytes.subarray(start, zero), ESCAPED_ZERO);
    start = zero + 1;
  }
  return Buffer.concat([...pieces, bytes.subarray(start), END]);
}
