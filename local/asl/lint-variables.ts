import { isExpression } from './evaluate.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { lintExpression } from './lint-expression.ts';
import { malformedExpression } from './lint-fields.ts';
import {
  arrowsOf,
  type LooseArrow,
  type LooseMachine,
  type LooseState,
  machinesInside,
  textOf,
} from './loose-definition.ts';

type Names = ReadonlySet<string>;

const assignedBy = ({ fields }: LooseArrow): string[] =>
  isJsonObject(fields.Assign) ? Object.keys(fields.Assign) : [];

/** Which variables may have been assigned when a state is entered, following every arrow until nothing changes. */
function variablesOnEntry({ machine, states }: LooseMachine, outer: Names): Map<string, Names> {
  const known = new Map<string, Names>([[textOf(machine.StartAt) ?? '', outer]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const state of states) {
      const here = known.get(state.name);
      if (!here) continue;
      for (const arrow of arrowsOf(state)) {
        const target = textOf(arrow.fields.Next) ?? '';
        const before = known.get(target);
        const after = new Set([...(before ?? []), ...here, ...assignedBy(arrow)]);
        if (before && after.size === before.size) continue;
        known.set(target, after);
        changed = true;
      }
    }
  }
  return known;
}

/** Every string below a value, with its path. */
function* textsIn(value: Json | undefined, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) yield* textsIn(entry, `${path}/${key}`);
}

function* lintTexts(value: Json | undefined, path: string, variables: Names, states: string[]): Generator<string> {
  for (const [where, text] of textsIn(value, path)) {
    const problem = malformedExpression(text);
    if (problem) yield `${where}: ${problem}`;
    else if (isExpression(text)) {
      for (const found of lintExpression(text.slice(2, -2).trim(), { variables, states })) yield `${where}: ${found}`;
    }
  }
}

/** Fields that stand on an arrow, and fields that hold no expression at all. */
const ELSEWHERE = [
  'Assign',
  'Output',
  'Catch',
  'Choices',
  'Retry',
  'Branches',
  'ItemProcessor',
  'Comment',
  'Next',
  'Type',
  'Default',
];

function without(object: JsonObject, keys: string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

function* lintExpressions(given: LooseState, variables: Names): Generator<string> {
  yield* lintTexts(without(given.state, ELSEWHERE), given.path, variables, ['input', 'context']);
  for (const { path, fields, offers } of arrowsOf(given)) {
    const states = ['input', 'context', ...(offers ? [offers] : [])];
    yield* lintTexts(fields.Assign, `${path}/Assign`, variables, states);
    yield* lintTexts(fields.Output, `${path}/Output`, variables, states);
    yield* lintTexts(fields.Condition, `${path}/Condition`, variables, ['input', 'context']);
  }
}

const VARIABLE_NAME = /^[\p{ID_Start}_][\p{ID_Continue}_]{0,79}$/u;

function* lintAssigned(given: LooseState, outer: Names): Generator<string> {
  for (const arrow of arrowsOf(given)) {
    for (const name of assignedBy(arrow)) {
      if (name === 'states') yield `${arrow.path}/Assign: 'states' is reserved`;
      else if (!VARIABLE_NAME.test(name)) yield `${arrow.path}/Assign: '${name}' is no name for a variable`;
      if (outer.has(name)) yield `${arrow.path}/Assign: '${name}' hides a variable of the surrounding machine`;
    }
  }
}

/**
 * Checks the expressions of the JSONata states of a machine, and of the machines inside, against the variables that
 * can have been assigned; `outer` are those of the machines around.
 */
export function* lintVariables(machine: LooseMachine, outer: Names): Generator<string> {
  const onEntry = variablesOnEntry(machine, outer);
  for (const state of machine.states) {
    const variables = onEntry.get(state.name) ?? outer;
    if (state.isJsonata) yield* lintExpressions(state, variables);
    yield* lintAssigned(state, outer);
    for (const inner of machinesInside(state, machine.language)) yield* lintVariables(inner, variables);
  }
}
