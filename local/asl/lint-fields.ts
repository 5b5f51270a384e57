import { JSONPATH_ONLY } from './definition.ts';
import { isExpression } from './evaluate.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { type LooseState, objectsIn, textOf } from './loose-definition.ts';
import { epochMsOf } from './timestamp.ts';

/** What is wrong with a string that looks like an expression and is none. Spaces outside make it a literal. */
export function malformedExpression(text: string): string | undefined {
  if (isExpression(text))
    return /^\{%\s[\s\S]*\s%\}$/.test(text) ? undefined : `'${text}' needs a space inside {% and %}`;
  return text.startsWith('{%') || text.endsWith('%}') ? `'${text}' is only half an expression` : undefined;
}

function* lintNames(field: 'Retry' | 'Catch', { path, state }: LooseState): Generator<string> {
  const rules = objectsIn(state[field]);
  for (const [index, rule] of rules.entries()) {
    const names = Array.isArray(rule.ErrorEquals) ? rule.ErrorEquals : [];
    const where = `${path}/${field}/${index}`;
    if (names.length === 0) yield `${where}: ErrorEquals names no error`;
    if (names.includes('States.ALL') && names.length > 1) yield `${where}: States.ALL must stand alone`;
    if (names.includes('States.ALL') && index < rules.length - 1) yield `${where}: States.ALL must come last`;
    for (const name of names) yield* lintPrefix(where, textOf(name) ?? '', textOf(state.Resource) ?? '');
  }
}

/** The two kinds of DynamoDB integration spell their errors differently; the wrong spelling never matches. */
function* lintPrefix(where: string, name: string, resource: string): Generator<string> {
  const [prefix] = name.split('.');
  const right = resource.startsWith('arn:aws:states:::aws-sdk:dynamodb:') ? 'DynamoDb' : 'DynamoDB';
  const wrong = resource.includes(':dynamodb:') && prefix !== right && prefix?.toLowerCase() === 'dynamodb';
  if (wrong) yield `${where}: '${name}' never happens with this resource; it is spelled '${right}.'`;
}

const isBelow = (value: Json | undefined, least: number) => typeof value === 'number' && value < least;

function* lintRetry({ path, state }: LooseState): Generator<string> {
  for (const [index, rule] of objectsIn(state.Retry).entries()) {
    const where = `${path}/Retry/${index}`;
    const { IntervalSeconds = 1, MaxDelaySeconds } = rule;
    if (isBelow(rule.BackoffRate, 1)) yield `${where}: BackoffRate is below 1`;
    if (isBelow(IntervalSeconds, 1)) yield `${where}: IntervalSeconds is below 1`;
    if (isBelow(rule.MaxAttempts, 0)) yield `${where}: MaxAttempts is below 0`;
    if (typeof IntervalSeconds === 'number' && isBelow(MaxDelaySeconds, IntervalSeconds + 1)) {
      yield `${where}: MaxDelaySeconds must be greater than IntervalSeconds`;
    }
  }
}

function* lintTimes({ path, state }: LooseState): Generator<string> {
  const { Timestamp, TimeoutSeconds, HeartbeatSeconds } = state;
  if (typeof Timestamp === 'string' && !isExpression(Timestamp) && epochMsOf(Timestamp) === undefined) {
    yield `${path}/Timestamp: '${Timestamp}' is no ISO-8601 date and time with offset`;
  }
  if (
    typeof TimeoutSeconds === 'number' &&
    typeof HeartbeatSeconds === 'number' &&
    HeartbeatSeconds >= TimeoutSeconds
  ) {
    yield `${path}: HeartbeatSeconds must be smaller than TimeoutSeconds`;
  }
}

const hasRole = (credentials: JsonObject) =>
  ['RoleArn', 'RoleArn.$'].some((key) => textOf(credentials[key]) !== undefined);

/** Rules for the fields of one state that the schemas do not know. */
export function* lintFields(given: LooseState, language: string): Generator<string> {
  const { path, state, isJsonata } = given;
  if (language === 'JSONata' && state.QueryLanguage === 'JSONPath') {
    yield `${path}/QueryLanguage: a state of a JSONata machine cannot go back to JSONPath`;
  }
  if (isJsonata) {
    for (const field of JSONPATH_ONLY)
      if (Object.hasOwn(state, field)) yield `${path}/${field}: exists in JSONPath only`;
  }
  if (isJsonObject(state.Credentials) && !hasRole(state.Credentials)) {
    yield `${path}/Credentials: the field 'RoleArn' is required`;
  }
  yield* lintNames('Retry', given);
  yield* lintNames('Catch', given);
  yield* lintRetry(given);
  yield* lintTimes(given);
}
