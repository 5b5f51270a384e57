import type { State } from './definition.ts';
import { errorOutput, type Failure, firstMatch, QueryEvaluationError, StateError } from './errors.ts';
import { type Extra, evaluate, withinLimit } from './evaluate.ts';
import { outputText, record } from './history.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { type Place, variablesAt } from './place.ts';
import { retryDelay } from './retry.ts';

/** The fields of a state, Catcher or Choice rule that say how to go on. */
export type Arrow = {
  Assign?: JsonObject | undefined;
  Output?: Json | undefined;
  Next?: string | undefined;
};

const VARIABLES_BYTES = 10_485_760;

async function assign(arrow: Arrow, place: Place, extra: Extra): Promise<JsonObject> {
  if (!arrow.Assign) return {};
  const assigned = await evaluate(arrow.Assign, 'Assign', place, extra);
  if (!isJsonObject(assigned)) return {};
  withinLimit(assigned, place, 'variables');
  const size = Buffer.byteLength(JSON.stringify({ ...variablesAt(place), ...assigned }));
  if (size > VARIABLES_BYTES) {
    throw new StateError('States.DataLimitExceeded', `The variables exceed the maximum of ${VARIABLES_BYTES} bytes.`);
  }
  return assigned;
}

const assignedText = (assigned: JsonObject) =>
  Object.fromEntries(Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]));

/** Leaves the state along an arrow. Assign and Output both see the variables as they were on entry. */
export async function leave(place: Place, arrow: Arrow, standard: Json, extra: Extra = {}): Promise<void> {
  const { frame, state } = place;
  const assigned = await assign(arrow, place, extra);
  const output = arrow.Output === undefined ? standard : await evaluate(arrow.Output, 'Output', place, extra);
  withinLimit(output, place, 'output');
  record(place, `${state.Type}StateExited`, {
    stateExitedEventDetails: {
      name: frame.state,
      ...outputText(output),
      ...(arrow.Assign && { assignedVariables: assignedText(assigned) }),
    },
  });
  frame.variables = { ...frame.variables, ...assigned };
  if (arrow.Next === undefined) return finish(place, output);
  frame.state = arrow.Next;
  frame.input = output;
  frame.activity = { kind: 'entering' };
}

/** The frame has come to its end. What only its own states could read is dropped. */
function finish(place: Place, output: Json): void {
  place.frame.activity = { kind: 'done', output };
  place.frame.variables = {};
  recordIteration(place, 'Succeeded');
}

/** The error leaves the frame: its parent, or the execution, has to deal with it. */
export function giveUp(place: Place, failure: Failure): void {
  place.frame.activity = { kind: 'failed', failure };
  place.frame.variables = {};
  recordIteration(place, 'Failed');
}

function recordIteration(place: Place, what: 'Succeeded' | 'Failed' | 'Aborted'): void {
  const { parent, frame } = place;
  if (parent?.state.Type !== 'Map' || !frame.item) return;
  record(place, `MapIteration${what}`, {
    [`mapIteration${what}EventDetails`]: { name: parent.frame.state, index: frame.item.index },
  });
}

const ABORTED_TYPES = ['Task', 'Wait', 'Map', 'Parallel'];

/** Notes in the history that these frames end before their time, inner ones first. */
export function recordAborted(places: Place[]): void {
  for (const place of places.toReversed()) {
    const { kind } = place.frame.activity;
    if (kind === 'done' || kind === 'failed') continue;
    if (kind !== 'entering' && ABORTED_TYPES.includes(place.state.Type))
      record(place, `${place.state.Type}StateAborted`);
    recordIteration(place, 'Aborted');
  }
}

const retriersOf = (state: State) => ('Retry' in state && state.Retry) || [];
const catchersOf = (state: State) => ('Catch' in state && state.Catch) || [];

/** An error in a state: retried, caught, or handed to whoever is around. */
export async function failState(place: Place, failure: Failure): Promise<void> {
  const { frame, turn, state } = place;
  const retriers = retriersOf(state);
  const retrier = firstMatch(retriers, failure);
  if (retrier) {
    const index = retriers.indexOf(retrier);
    const used = frame.retries[index] ?? 0;
    if (used < (retrier.MaxAttempts ?? 3)) {
      frame.retries[index] = used + 1;
      frame.activity = { kind: 'retrying', until: turn.now + retryDelay(retrier, used, turn.execution) };
      return;
    }
  }
  const catcher = firstMatch(catchersOf(state), failure);
  if (!catcher) return giveUp(place, failure);
  const caught = errorOutput(failure);
  try {
    await leave(place, catcher, caught, { errorOutput: caught });
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    recordEvaluationFailure(place, error);
    giveUp(place, error.failure);
  }
}

/** History tells evaluation faults apart from other errors. */
export function recordEvaluationFailure(place: Place, error: StateError): void {
  if (!(error instanceof QueryEvaluationError)) return;
  const { error: name, cause } = error.failure;
  record(place, 'EvaluationFailed', {
    evaluationFailedEventDetails: { error: name, cause, location: error.location, state: place.frame.state },
  });
}
