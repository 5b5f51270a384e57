import { copyOf, isJsonObject, type Json, type JsonObject } from './json.ts';

/** Gives the value of an expression, or undefined where JSONata has rules of its own. */
type Plain = (states: JsonObject) => Json | undefined;

/**
 * The value of an expression that needs no interpreter, as most do not: `$states.input.id`, `$states.input.id & '#'`,
 * `$states.input.step = 'slot'`. Undefined for all others, and where JSONata has rules of its own: about arrays, about what
 * is not there, and about values that are no texts.
 */
export function plainValue(expression: string, states: JsonObject): Json | undefined {
  let plain = KNOWN.get(expression);
  if (plain === undefined) {
    plain = readPath(expression) ?? readComparison(expression) ?? readText(expression) ?? (() => undefined);
    if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
    KNOWN.set(expression, plain);
  }
  return plain(states);
}

const KNOWN = new Map<string, Plain>();
const MOST_KNOWN = 10_000;

const PATH = /^\$states(\.[A-Za-z_][A-Za-z_0-9]*)+$/;
const LITERAL = /^'([^'\\]*)'$/;

function readPath(expression: string): Plain | undefined {
  if (!PATH.test(expression)) return undefined;
  const names = expression.split('.').slice(1);
  return (states) => {
    let value: Json | undefined = states;
    for (const name of names) {
      if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
      value = value[name];
    }
    return value === undefined || Array.isArray(value) ? undefined : copyOf(value);
  };
}

function readLiteral(expression: string): Plain | undefined {
  const literal = LITERAL.exec(expression)?.[1];
  return literal === undefined ? undefined : () => literal;
}

function readComparison(expression: string): Plain | undefined {
  const [left = '', right = '', ...more] = expression.split(' = ');
  const [path, literal] = [readPath(left), readLiteral(right)];
  if (!path || !literal || more.length > 0) return undefined;
  return (states) => {
    const value = path(states);
    return typeof value === 'string' ? value === literal(states) : undefined;
  };
}

function readText(expression: string): Plain | undefined {
  const parts = expression.split(' & ').map((part) => readPath(part) ?? readLiteral(part));
  const plain = parts.filter((part) => part !== undefined);
  if (plain.length < parts.length) return undefined;
  return (states) => {
    const texts = plain.map((part) => part(states));
    return texts.every((text) => typeof text === 'string') ? texts.join('') : undefined;
  };
}
