import * as z from 'zod/mini';
import { Ticket } from '../../domain/ticket.ts';
import { type Instant, instantOf, toMillis } from '../../domain/time.ts';
import { isExpression } from '../../local/asl/evaluate.ts';
import type { Json } from '../../local/asl/json.ts';
import { evaluateJsonata } from '../../local/asl/jsonata.ts';

/**
 * The state machine between two calls: the deployed definition, its arrows and its expressions, walked by a few lines. The
 * embedded engine would give the same, with a history and a hundred times slower; what a state may do is asked of the
 * definition alone. Retries are not counted: a task that fails for a fault of its own is called again.
 */
const Arrow = { Next: z.optional(z.string()), Output: z.optional(z.json()) };
const State = z.object({
  ...{ Type: z.string(), ...Arrow, End: z.optional(z.boolean()), Resource: z.optional(z.string()) },
  Arguments: z.optional(z.json()),
  TimeoutSeconds: z.optional(z.json()),
  Catch: z.optional(z.array(z.object({ ...Arrow, ErrorEquals: z.array(z.string()) }))),
  Choices: z.optional(z.array(z.object({ ...Arrow, Condition: z.string() }))),
  Default: z.optional(z.string()),
});
export const Definition = z.object({ StartAt: z.string(), States: z.record(z.string(), State) });
export type Definition = z.infer<typeof Definition>;

/** Where an execution stands: about to do its state's task, at it, or waiting for a signal or its timer. */
export type Run = {
  readonly run: number;
  /** Which of the deployed definitions it was started with, and goes on with. */
  readonly definition: number;
  readonly input: string;
  readonly state: string;
  readonly phase: 'due' | 'working' | 'waiting';
  readonly ticket: Ticket;
  /** Counts its tasks, so that no two of them have the same token. */
  readonly task: number;
  readonly firesAt?: Instant;
};

type Place = Pick<Run, 'state' | 'ticket'>;
type Seen = { readonly now?: Instant; readonly token?: string; readonly result?: Json; readonly errorOutput?: Json };

export const tokenOf = ({ ticket, run, task }: Run): string => `${ticket.id}|${run}|${task}`;
export const kindOf = (definition: Definition, { state }: Place): 'wait' | 'look' | 'duty' => {
  const { Resource: resource = '' } = stateOf(definition, state);
  if (resource.endsWith('.waitForTaskToken')) return 'wait';
  return resource.endsWith(':getItem') ? 'look' : 'duty';
};

const stateOf = (definition: Definition, name: string) => {
  const state = definition.States[name];
  if (!state) throw new Error(`The definition has no state ${name}`);
  return state;
};

const evaluated = async (template: Json, { ticket }: Place, seen: Seen): Promise<Json> => {
  if (typeof template === 'string') {
    if (!isExpression(template)) return template;
    const { result, errorOutput, token } = seen;
    const context = token === undefined ? {} : { Task: { Token: token } };
    const states = { input: ticket, context, ...(result && { result }), ...(errorOutput && { errorOutput }) };
    const now = seen.now === undefined ? 0 : toMillis(seen.now);
    return evaluateJsonata(template.slice(2, -2).trim(), { variables: { states }, now, random: { random: 0 } });
  }
  if (typeof template !== 'object' || template === null) return template;
  const entries = Object.entries(template);
  const filled = await Promise.all(
    entries.map(async ([name, value]) => [name, await evaluated(value, { state: '', ticket }, seen)]),
  );
  return Array.isArray(template) ? filled.map(([, value]) => value ?? null) : Object.fromEntries(filled);
};

/** Along an arrow to the next state that calls somebody; undefined at the end. */
const follow = async (definition: Definition, next: string | undefined, ticket: Ticket): Promise<Place | undefined> => {
  if (next === undefined) return undefined;
  const state = stateOf(definition, next);
  if (state.Type === 'Succeed') return undefined;
  if (state.Type !== 'Choice') return { state: next, ticket };
  for (const choice of state.Choices ?? []) {
    if (await evaluated(choice.Condition, { state: next, ticket }, {})) return follow(definition, choice.Next, ticket);
  }
  return follow(definition, state.Default, ticket);
};

const outputOf = async (output: Json | undefined, standard: Json, place: Place, seen: Seen): Promise<Ticket> =>
  z.parse(Ticket, output === undefined ? standard : await evaluated(output, place, seen));

export const begun = (definition: Definition, input: string): Promise<Place | undefined> =>
  follow(definition, definition.StartAt, z.parse(Ticket, JSON.parse(input)));

/** Where a task's result leads to. */
export const succeeded = async (definition: Definition, place: Place, result: Json): Promise<Place | undefined> => {
  const { Output: output, Next: next } = stateOf(definition, place.state);
  return follow(definition, next, await outputOf(output, result, place, { result }));
};

/** Where a task's failure leads to, if the definition catches it. */
export const failed = async (
  definition: Definition,
  place: Place,
  error: string,
  cause = '',
): Promise<Place | undefined> => {
  const arrow = stateOf(definition, place.state).Catch?.find(({ ErrorEquals: names }) => names.includes(error));
  if (!arrow) throw new Error(`Nothing catches ${error} in ${place.state}`);
  const errorOutput = { Error: error, Cause: cause };
  return follow(definition, arrow.Next, await outputOf(arrow.Output, errorOutput, place, { errorOutput }));
};

/** What the state asks of the table. */
export const argumentsOf = async (definition: Definition, place: Place, token: string): Promise<object> =>
  z.parse(z.looseObject({}), await evaluated(stateOf(definition, place.state).Arguments ?? {}, place, { token }));

export const timerOf = async (definition: Definition, place: Place, now: Instant): Promise<Instant> => {
  const seconds = await evaluated(stateOf(definition, place.state).TimeoutSeconds ?? 0, place, { now });
  return instantOf(toMillis(now) + Number(seconds) * 1000);
};
