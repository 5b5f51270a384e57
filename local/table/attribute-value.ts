import { orderedNumber } from './decimal.ts';

/** DynamoDB's values as they travel in JSON: exactly one of these properties. Binary is base64, numbers are canonical decimal text. */
export type AttributeValue =
  | { S: string }
  | { N: string }
  | { B: string }
  | { BOOL: boolean }
  | { NULL: boolean }
  | { SS: string[] }
  | { NS: string[] }
  | { BS: string[] }
  | { L: AttributeValue[] }
  | { M: Item };

export type Item = { [attribute: string]: AttributeValue };

/** The types a key may have, and the only ones that have an order. */
export type ScalarType = 'S' | 'N' | 'B';

export const typeOf = (value: AttributeValue): string => Object.keys(value)[0] ?? '';

/** Reads an attribute by name. Never finds what objects inherit, so that an attribute may be called `constructor`. */
export const attribute = (item: Item, name: string): AttributeValue | undefined =>
  Object.hasOwn(item, name) ? item[name] : undefined;

/** The bytes of a scalar in an order that agrees with DynamoDB's: UTF-8 for text, numeric for numbers; undefined for other types. */
function orderedBytes(value: AttributeValue): Buffer | undefined {
  if ('S' in value) return Buffer.from(value.S, 'utf8');
  if ('N' in value) return orderedNumber(value.N);
  if ('B' in value) return Buffer.from(value.B, 'base64');
  return undefined;
}

/** Negative, 0 or positive; undefined where DynamoDB knows no order: different types, or types that are not scalar. */
export function compareValues(left: AttributeValue, right: AttributeValue): number | undefined {
  if (typeOf(left) !== typeOf(right)) return undefined;
  const leftBytes = orderedBytes(left);
  const rightBytes = orderedBytes(right);
  return leftBytes && rightBytes && Buffer.compare(leftBytes, rightBytes);
}

/** Equal in type and content; sets have no order, lists and maps are compared in depth. */
export function sameValue(left: AttributeValue, right: AttributeValue): boolean {
  if ('M' in left && 'M' in right) return sameItem(left.M, right.M);
  if ('L' in left && 'L' in right) {
    const others = right.L;
    return left.L.length === others.length && left.L.every((value, at) => isSame(value, others[at]));
  }
  const leftSet = setMembers(left);
  const rightSet = setMembers(right);
  if (leftSet && rightSet) {
    const others = new Set(rightSet);
    return typeOf(left) === typeOf(right) && leftSet.length === others.size && leftSet.every((one) => others.has(one));
  }
  return JSON.stringify(left) === JSON.stringify(right);
}

export function sameItem(left: Item, right: Item): boolean {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => isSame(attribute(left, name), attribute(right, name)))
  );
}

const isSame = (left: AttributeValue | undefined, right: AttributeValue | undefined): boolean =>
  left !== undefined && right !== undefined && sameValue(left, right);

/** The members of a set of strings, numbers or binaries; undefined for every other type. */
export function setMembers(value: AttributeValue): string[] | undefined {
  if ('SS' in value) return value.SS;
  if ('NS' in value) return value.NS;
  if ('BS' in value) return value.BS;
  return undefined;
}
