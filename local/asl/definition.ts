import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { isJsonObject, parseJson } from './json.ts';
import { type LooseMachine, looseMachine, machinesInside } from './loose-definition.ts';

const errorNames = z.array(z.string());
const assign = z.optional(z.record(z.string(), z.json()));
const output = z.optional(z.json());
const numberOrExpression = z.optional(z.union([z.number(), z.string()]));
const next = { Next: z.optional(z.string()), End: z.optional(z.boolean()) };

const retrier = z.object({
  ErrorEquals: errorNames,
  IntervalSeconds: z.optional(z.number()),
  MaxAttempts: z.optional(z.number()),
  BackoffRate: z.optional(z.number()),
  MaxDelaySeconds: z.optional(z.number()),
  JitterStrategy: z.optional(z.enum(['NONE', 'FULL'])),
});
const catcher = z.object({ ErrorEquals: errorNames, Next: z.string(), Assign: assign, Output: output });
const resilience = { Retry: z.optional(z.array(retrier)), Catch: z.optional(z.array(catcher)) };
const choiceRule = z.object({
  Condition: z.union([z.boolean(), z.string()]),
  Next: z.string(),
  Assign: assign,
  Output: output,
});
const nested = z.lazy((): z.ZodMiniType<Machine> => machine);

const pass = z.object({ Type: z.literal('Pass'), Assign: assign, Output: output, ...next });
const succeed = z.object({ Type: z.literal('Succeed'), Output: output });
const fail = z.object({ Type: z.literal('Fail'), Error: z.optional(z.string()), Cause: z.optional(z.string()) });
const wait = z.object({
  Type: z.literal('Wait'),
  Seconds: numberOrExpression,
  Timestamp: z.optional(z.string()),
  Assign: assign,
  Output: output,
  ...next,
});
const choice = z.object({
  Type: z.literal('Choice'),
  Choices: z.array(choiceRule),
  Default: z.optional(z.string()),
  Assign: assign,
  Output: output,
});
const task = z.object({
  Type: z.literal('Task'),
  Resource: z.string(),
  Arguments: z.optional(z.json()),
  Credentials: z.optional(z.json()),
  TimeoutSeconds: numberOrExpression,
  HeartbeatSeconds: numberOrExpression,
  Assign: assign,
  Output: output,
  ...next,
  ...resilience,
});
const parallel = z.object({
  Type: z.literal('Parallel'),
  Branches: z.array(nested),
  Arguments: z.optional(z.json()),
  Assign: assign,
  Output: output,
  ...next,
  ...resilience,
});
const map = z.object({
  Type: z.literal('Map'),
  Items: z.optional(z.json()),
  ItemSelector: z.optional(z.json()),
  ItemProcessor: nested,
  MaxConcurrency: numberOrExpression,
  ToleratedFailureCount: numberOrExpression,
  ToleratedFailurePercentage: numberOrExpression,
  Assign: assign,
  Output: output,
  ...next,
  ...resilience,
});
const state = z.discriminatedUnion('Type', [pass, succeed, fail, wait, choice, task, parallel, map]);

export type Retrier = z.infer<typeof retrier>;
export type State = z.infer<typeof state>;
export type StateOf<Type extends State['Type']> = Extract<State, { Type: Type }>;
export type Machine = { StartAt: string; States: Record<string, State>; TimeoutSeconds?: number | undefined };

const machine: z.ZodMiniType<Machine> = z.object({
  StartAt: z.string(),
  States: z.record(z.string(), state),
  TimeoutSeconds: z.optional(z.number()),
});

/** Fields of states in the older query language, which the engine does not speak. */
export const JSONPATH_ONLY = [
  ...['InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'ResultSelector', 'Result', 'ItemsPath', 'SecondsPath'],
  ...['TimestampPath', 'TimeoutSecondsPath', 'HeartbeatSecondsPath', 'MaxConcurrencyPath', 'ErrorPath', 'CausePath'],
  ...['ToleratedFailureCountPath', 'ToleratedFailurePercentagePath', 'Variable'],
];

/** A definition the engine cannot run at all. Finer mistakes are the lint's business. */
export class InvalidDefinition extends Error {
  override readonly name = 'InvalidDefinition';
}

/** Every start of an execution asks for its definition, and there are few of them. A machine is never changed in place. */
const KNOWN = new Map<string, Machine>();
const MOST_KNOWN = 100;

/** Reads the text of a definition. Throws `InvalidDefinition`, also when an arrow leads nowhere. */
export function parseDefinition(text: string): Machine {
  const known = KNOWN.get(text);
  if (known) return known;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const parsed = readDefinition(text);
  KNOWN.set(text, parsed);
  return parsed;
}

function readDefinition(text: string): Machine {
  try {
    const json = parseJson(text);
    if (isJsonObject(json)) refuseJsonPath(looseMachine(json));
    const parsed = machine.parse(json);
    checkTargets(parsed);
    return parsed;
  } catch (error) {
    throw new InvalidDefinition(
      `Invalid State Machine Definition: '${error instanceof Error ? error.message : error}'`,
    );
  }
}

/** The names of the states that may follow this one. */
function targetsOf(state: State): string[] {
  const direct = 'Next' in state && state.Next !== undefined ? [state.Next] : [];
  const chosen = state.Type === 'Choice' ? state.Choices.map((rule) => rule.Next) : [];
  const standard = state.Type === 'Choice' && state.Default !== undefined ? [state.Default] : [];
  const caught = 'Catch' in state ? (state.Catch ?? []).map((rule) => rule.Next) : [];
  return [...direct, ...chosen, ...standard, ...caught];
}

/** The machines inside a state. */
export function machinesIn(state: State): Machine[] {
  if (state.Type === 'Map') return [state.ItemProcessor];
  return state.Type === 'Parallel' ? state.Branches : [];
}

/** JSONPath states would run, but wrongly. */
function refuseJsonPath({ states, language }: LooseMachine): void {
  for (const given of states) {
    const field = JSONPATH_ONLY.find((name) => Object.hasOwn(given.state, name));
    if (field !== undefined) throw new InvalidDefinition(`${given.path}/${field}: only JSONata is spoken here`);
    for (const inner of machinesInside(given, language)) refuseJsonPath(inner);
  }
}

function checkTargets(checked: Machine): void {
  for (const name of [checked.StartAt, ...Object.values(checked.States).flatMap(targetsOf)]) stateOf(checked, name);
  for (const inner of Object.values(checked.States).flatMap(machinesIn)) checkTargets(inner);
}

/** Executions keep the definition they started with; its hash is the name under which it is stored. */
export const hashDefinition = (text: string) => createHash('sha256').update(text).digest('hex');

/** The named state. A name that leads nowhere is a fault of the definition. */
export function stateOf({ States }: Machine, name: string): State {
  const found = Object.hasOwn(States, name) ? States[name] : undefined;
  if (!found) throw new InvalidDefinition(`There is no state '${name}'`);
  return found;
}
