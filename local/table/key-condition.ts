import { type Item, typeOf } from './attribute-value.ts';
import { type Range, rangeOf, rangeOfPrefix } from './place.ts';
import type { KeyCondition, Query } from './requests.ts';
import { type Key, keyAttributes } from './table-definition.ts';
import { invalid } from './table-error.ts';

/** The stretch of an order that a key condition selects. Throws unless it names the hash key's value and nothing but the key. */
export function keyRange(key: Key, conditions: Query['KeyConditions']): Range {
  const hashCondition = conditions[key.hash.name];
  if (!hashCondition) throw invalid(`Query condition missed key schema element: ${key.hash.name}`);
  if (hashCondition.ComparisonOperator !== 'EQ') throw invalid('Query key condition not supported');

  const sortCondition = key.sort && conditions[key.sort.name];
  if (Object.keys(conditions).length > (sortCondition ? 2 : 1)) {
    throw invalid(
      key.sort ? `Query condition missed key schema element: ${key.sort.name}` : 'Query key condition not supported',
    );
  }
  for (const { name, type } of keyAttributes(key)) {
    if (conditions[name]?.AttributeValueList.some((value) => typeOf(value) !== type)) {
      throw invalid('One or more parameter values were invalid: Condition parameter type does not match schema type');
    }
  }
  const [hash] = hashCondition.AttributeValueList;
  if (!hash) throw invalid('Query key condition not supported');
  return sortCondition ? sortRange(hash, sortCondition) : rangeOf(hash);
}

function sortRange(hash: Item[string], { ComparisonOperator, AttributeValueList }: KeyCondition): Range {
  const [value, upper] = AttributeValueList;
  if (!value) throw invalid('Query key condition not supported');
  const whole = rangeOf(hash);
  const exact = rangeOf(hash, value);
  switch (ComparisonOperator) {
    case 'EQ':
      return exact;
    case 'LT':
      return { from: whole.from, to: exact.from };
    case 'LE':
      return { from: whole.from, to: exact.to };
    case 'GT':
      return { from: exact.to, to: whole.to };
    case 'GE':
      return { from: exact.from, to: whole.to };
    case 'BEGINS_WITH':
      return rangeOfPrefix(hash, value);
    case 'BETWEEN':
      return { from: exact.from, to: upper ? rangeOf(hash, upper).to : exact.to };
  }
}
