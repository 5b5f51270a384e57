import { type AttributeValue, compareValues, type Item, sameValue, setMembers, typeOf } from './attribute-value.ts';
import { type Path, valueAt } from './document-path.ts';

type Size = { type: 'function'; name: 'size'; args: [Path] };
type Operand = Path | Size | AttributeValue;

/** A parsed condition, filter or key condition, as dynalite's parser builds it. */
export type Condition =
  | { type: 'and' | 'or'; args: [Condition, Condition] }
  | { type: 'not'; args: [Condition] }
  | { type: '=' | '<>' | '<' | '<=' | '>' | '>='; args: [Operand, Operand] }
  | { type: 'between'; args: [Operand, Operand, Operand] }
  | { type: 'in'; args: [Operand, ...Operand[]] }
  | { type: 'function'; name: 'attribute_exists' | 'attribute_not_exists'; args: [Operand] }
  | { type: 'function'; name: 'attribute_type' | 'begins_with' | 'contains'; args: [Operand, Operand] };

/** Whether the item (an empty one, if there is none) fulfils the condition. What is missing fulfils only `<>` and not_exists. */
export function fulfils(item: Item, condition: Condition): boolean {
  switch (condition.type) {
    case 'and':
      return fulfils(item, condition.args[0]) && fulfils(item, condition.args[1]);
    case 'or':
      return fulfils(item, condition.args[0]) || fulfils(item, condition.args[1]);
    case 'not':
      return !fulfils(item, condition.args[0]);
    default: {
      const [first, ...others] = condition.args.map((operand) => resolve(item, operand));
      if (condition.type === 'function') return call(condition.name, first, others[0]);
      return compare(condition.type, first, others);
    }
  }
}

function resolve(item: Item, operand: Operand): AttributeValue | undefined {
  if (Array.isArray(operand)) return valueAt(item, operand);
  if (!('type' in operand)) return operand;
  const value = valueAt(item, operand.args[0]);
  const size = value && sizeOf(value);
  return size === undefined ? undefined : { N: String(size) };
}

/** What `size()` answers: UTF-16 units of a text (so does DynamoDB), bytes of a binary, members of a collection. */
function sizeOf(value: AttributeValue): number | undefined {
  if ('S' in value) return value.S.length;
  if ('B' in value) return Buffer.byteLength(value.B, 'base64');
  if ('L' in value) return value.L.length;
  if ('M' in value) return Object.keys(value.M).length;
  return setMembers(value)?.length;
}

function compare(
  operator: '=' | '<>' | '<' | '<=' | '>' | '>=' | 'between' | 'in',
  value: AttributeValue | undefined,
  others: (AttributeValue | undefined)[],
): boolean {
  const [other, upper] = others;
  switch (operator) {
    case '=':
      return isSame(value, other);
    case '<>':
      return !isSame(value, other);
    case 'in':
      return others.some((one) => isSame(value, one));
    case 'between':
      return compare('>=', value, [other]) && compare('<=', value, [upper]);
    default:
      return isOrdered(operator, value && other && compareValues(value, other));
  }
}

const isSame = (left: AttributeValue | undefined, right: AttributeValue | undefined): boolean =>
  left !== undefined && right !== undefined && sameValue(left, right);

function isOrdered(operator: '<' | '<=' | '>' | '>=', order: number | undefined): boolean {
  if (order === undefined) return false;
  if (order === 0) return operator === '<=' || operator === '>=';
  return order < 0 ? operator === '<' || operator === '<=' : operator === '>' || operator === '>=';
}

type FunctionName = Extract<Condition, { type: 'function' }>['name'];

function call(name: FunctionName, value: AttributeValue | undefined, other: AttributeValue | undefined): boolean {
  if (name === 'attribute_exists') return value !== undefined;
  if (name === 'attribute_not_exists') return value === undefined;
  if (value === undefined || other === undefined) return false;
  if (name === 'attribute_type') return 'S' in other && other.S === typeOf(value);
  return name === 'begins_with' ? beginsWith(value, other) : contains(value, other);
}

function beginsWith(value: AttributeValue, start: AttributeValue): boolean {
  if ('S' in value && 'S' in start) return value.S.startsWith(start.S);
  if ('B' in value && 'B' in start) {
    const prefix = Buffer.from(start.B, 'base64');
    return Buffer.from(value.B, 'base64').subarray(0, prefix.length).equals(prefix);
  }
  return false;
}

function contains(value: AttributeValue, part: AttributeValue): boolean {
  if ('S' in value && 'S' in part) return value.S.includes(part.S);
  if ('B' in value && 'B' in part) return Buffer.from(value.B, 'base64').includes(Buffer.from(part.B, 'base64'));
  if ('L' in value) return value.L.some((element) => sameValue(element, part));
  if ('SS' in value) return 'S' in part && value.SS.includes(part.S);
  if ('NS' in value) return 'N' in part && value.NS.includes(part.N);
  if ('BS' in value) return 'B' in part && value.BS.includes(part.B);
  return false;
}
