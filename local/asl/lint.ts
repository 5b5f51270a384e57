import validate from 'asl-validator';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { lintFields } from './lint-fields.ts';
import { lintVariables } from './lint-variables.ts';
import { type LooseMachine, looseMachine, machinesInside } from './loose-definition.ts';

/** Fields that may hold any JSON with expressions in it. asl-validator refuses literals there that AWS takes. */
const ANY_JSON = new Map<string, Json>([
  ...['Output', 'Assign', 'Arguments', 'ItemSelector'].map((field): [string, Json] => [field, {}]),
  ['Items', []],
]);

/** A copy in which those fields are harmless; what is in them is checked here. */
function withoutTemplates(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutTemplates);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, entry]): [string, Json] => {
    if (key === 'States' && isJsonObject(entry)) return [key, mapValues(entry, withoutTemplates)];
    return [key, ANY_JSON.get(key) ?? withoutTemplates(entry)];
  });
  return Object.fromEntries(entries);
}

const mapValues = (object: JsonObject, change: (value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

function lintStructure(definition: JsonObject): string[] {
  const { errors } = validate(structuredClone(definition));
  return errors.map(({ 'Error code': code, Message }) => `${code}: ${Message}`);
}

/** JSONPath states keep their templates: there they have rules of their own, which asl-validator knows. */
const isAllJsonata = ({ states, language }: LooseMachine): boolean =>
  states.every((state) => state.isJsonata && machinesInside(state, language).every(isAllJsonata));

function* lintAllFields(machine: LooseMachine): Generator<string> {
  for (const state of machine.states) {
    yield* lintFields(state, machine.language);
    for (const inner of machinesInside(state, machine.language)) yield* lintAllFields(inner);
  }
}

/**
 * What AWS would refuse in a definition, or accept and fail on later; each text begins with the place.
 * Empty when nothing is wrong.
 */
export function lint(definition: Json): string[] {
  if (!isJsonObject(definition) || !isJsonObject(definition.States)) return ['The definition has no States'];
  const machine = looseMachine(definition);
  const structure = isAllJsonata(machine) ? withoutTemplates(definition) : definition;
  return [
    ...lintStructure(isJsonObject(structure) ? structure : definition),
    ...lintAllFields(machine),
    ...lintVariables(machine, new Set()),
  ];
}
