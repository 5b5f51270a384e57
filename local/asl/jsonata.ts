import jsonata from 'jsonata';
import { functionsAt } from './functions.ts';
import { type Json, type JsonObject, setKey } from './json.ts';
import type { RandomState } from './random.ts';

/** Data is user-supplied, so an expression may neither run nor grow without end. */
const GUARDRAILS = { timeout: 5_000, stack: 1_000, sequence: 1_000_000 };

/** What an expression can reach. `variables` include `$states`. */
export type Scope = { variables: JsonObject; now: number; random: RandomState };

/** Why an expression gave nothing usable, in AWS's words. */
export class ExpressionError extends Error {}

const compiled = new Map<string, jsonata.Expression>();

function compile(expression: string): jsonata.Expression {
  let program = compiled.get(expression);
  if (!program) {
    program = jsonata(expression, GUARDRAILS);
    compiled.set(expression, program);
  }
  return program;
}

/** JSONata throws plain objects with a code; functions of ours throw errors without. */
function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const message = 'message' in error ? String(error.message) : String(error);
  return 'code' in error ? `${error.code}: ${message}` : message;
}

/** Evaluates a JSONata expression to plain JSON. Throws `ExpressionError`. */
export async function evaluateJsonata(expression: string, scope: Scope): Promise<Json> {
  const bindings = { ...scope.variables, ...functionsAt(scope.now, scope.random) };
  let result: unknown;
  try {
    result = await compile(expression).evaluate(undefined, bindings);
  } catch (error) {
    throw new ExpressionError(`threw an error during evaluation. ${messageOf(error)}`);
  }
  if (result === undefined) throw new ExpressionError('returned nothing (undefined).');
  return plain(result);
}

/** A deep copy without JSONata's hidden marks. */
function plain(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  // Minus zero becomes zero, as in the saved text.
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0;
  if (Array.isArray(value)) return value.map((entry) => (entry === undefined ? null : plain(entry)));
  if (typeof value !== 'object' || '_jsonata_lambda' in value || '_jsonata_function' in value) {
    throw new ExpressionError('returned an unsupported result type.');
  }
  const copy: JsonObject = {};
  for (const [key, entry] of Object.entries(value)) {
    if (entry !== undefined) setKey(copy, key, plain(entry));
  }
  return copy;
}
