import { contextObject } from './context.ts';
import { QueryEvaluationError, StateError } from './errors.ts';
import { copyOf, type Json, type JsonObject, setKey, typeName } from './json.ts';
import { ExpressionError, evaluateJsonata, type Scope } from './jsonata.ts';
import { type Place, variablesAt } from './place.ts';
import { plainValue } from './plain-expression.ts';

/** What a field sees besides input and context: a result, an error, or the token of the task being built. */
export type Extra = { result?: Json; errorOutput?: JsonObject; token?: string };

export const isExpression = (text: string) => text.startsWith('{%') && text.endsWith('%}');

const inner = (text: string) => text.slice(2, -2).trim();

/** AWS's opening words for a fault of a state. */
export const whileExecuting = ({ frame }: Place) =>
  `An error occurred while executing the state '${frame.state}' (entered at the event id #${frame.enteredEvent}).`;

/** A fault in the value of a field. */
export const fieldError = (place: Place, field: string, problem: string) =>
  new QueryEvaluationError(`${whileExecuting(place)} ${problem}`, field);

const expressionError = (place: Place, field: string, text: string, problem: string) =>
  fieldError(place, field, `The JSONata expression '${inner(text)}' specified for the field '${field}' ${problem}`);

/** What an expression sees; the scope is made only for one that needs JSONata. */
type View = { states: JsonObject; scope: () => Scope };

function viewFrom(place: Place, { token, ...extra }: Extra): View {
  const states = {
    input: place.frame.input,
    get context() {
      return contextObject(place, token);
    },
    ...extra,
  };
  let scope: Scope | undefined;
  const scopeHere = (): Scope => {
    // A copy: JSONata marks arrays it has touched.
    const variables = copyOf({ ...variablesAt(place), states });
    return { variables, now: place.turn.now, random: place.turn.execution };
  };
  return {
    states,
    scope: () => {
      scope ??= scopeHere();
      return scope;
    },
  };
}

async function fill(template: Json, field: string, place: Place, view: View): Promise<Json> {
  if (typeof template === 'string') return isExpression(template) ? solve(template, field, place, view) : template;
  if (template === null || typeof template !== 'object') return template;
  if (Array.isArray(template)) {
    const filled: Json[] = [];
    for (const [index, entry] of template.entries()) filled.push(await fill(entry, `${field}/${index}`, place, view));
    return filled;
  }
  const filled: JsonObject = {};
  for (const [key, entry] of Object.entries(template)) {
    setKey(filled, key, await fill(entry, `${field}/${key}`, place, view));
  }
  return filled;
}

async function solve(text: string, field: string, place: Place, view: View): Promise<Json> {
  try {
    return plainValue(inner(text), view.states) ?? (await evaluateJsonata(inner(text), view.scope()));
  } catch (error) {
    if (error instanceof ExpressionError) throw expressionError(place, field, text, error.message);
    throw error;
  }
}

/** The value of a field in which expressions may stand anywhere. Throws `QueryEvaluationError`. */
export const evaluate = (template: Json, field: string, place: Place, extra: Extra = {}): Promise<Json> =>
  fill(template, field, place, viewFrom(place, extra));

type Types = { number: number; string: string; boolean: boolean; array: Json[] };

const isOfType = <T extends keyof Types>(value: Json, type: T): value is Types[T] & Json => typeName(value) === type;

/** The value of a field that must be of one type. Throws `QueryEvaluationError`. */
export async function evaluateTo<T extends keyof Types>(
  type: T,
  template: Json,
  field: string,
  place: Place,
  extra: Extra = {},
): Promise<Types[T]> {
  const value = await evaluate(template, field, place, extra);
  if (isOfType(value, type)) return value;
  const found = `returned an unexpected result type. Expected '${type}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`;
  throw typeof template === 'string' && isExpression(template)
    ? expressionError(place, field, template, found)
    : fieldError(place, field, `The field '${field}' ${found}`);
}

/** A whole number within bounds, such as seconds; undefined when the field is absent. Throws `QueryEvaluationError`. */
export async function evaluateInteger(
  template: Json | undefined,
  field: string,
  place: Place,
  [least, most]: [number, number],
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const value = await evaluateTo('number', template, field, place);
  if (!Number.isInteger(value))
    throw fieldError(place, field, `The ${field} field cannot be parsed as an integer: ${value}`);
  if (value >= least && value <= most) return value;
  throw fieldError(place, field, `${field} must be between ${least} and ${most} but was: ${value}`);
}

const PAYLOAD_BYTES = 262_144;

/** Throws `States.DataLimitExceeded` for values over AWS's 256 KiB. */
export function withinLimit(value: Json, place: Place, what: 'input' | 'output' | 'variables'): void {
  if (Buffer.byteLength(JSON.stringify(value)) <= PAYLOAD_BYTES) return;
  const cause = `${whileExecuting(place)} The state's ${what} exceeds the maximum of ${PAYLOAD_BYTES} bytes.`;
  throw new StateError('States.DataLimitExceeded', cause);
}
