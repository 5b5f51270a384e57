import type { StateOf } from './definition.ts';
import { StateError } from './errors.ts';
import { evaluate, evaluateInteger, evaluateTo, fieldError, withinLimit } from './evaluate.ts';
import { type Activity, hasEnded, newFrame, type Tolerance } from './execution.ts';
import { record } from './history.ts';
import type { Json } from './json.ts';
import { leave, recordAborted } from './leave.ts';
import { type Place, placesFrom } from './place.ts';

type Children = Extract<Activity, { kind: 'children' }>;
type MapPlace = Place<StateOf<'Map'>>;
type ParallelPlace = Place<StateOf<'Parallel'>>;

/** AWS runs at most this many iterations of an inline Map at once. */
const MOST_AT_ONCE = 40;

/** Starts all branches of a Parallel. */
export async function runParallel(place: ParallelPlace): Promise<void> {
  const { state, frame, turn } = place;
  const input = state.Arguments === undefined ? frame.input : await evaluate(state.Arguments, 'Arguments', place);
  record(place, 'ParallelStateStarted');
  const frames = state.Branches.map((branch) =>
    newFrame(branch.StartAt, input, frame.lastEvent, turn.execution.transitions),
  );
  frame.activity = { kind: 'children', items: frames.map(() => input), frames, atOnce: frames.length, tolerated: null };
}

/** Prepares the iterations of a Map; they start as there is room. */
export async function runMap(place: MapPlace): Promise<void> {
  const { state, frame } = place;
  const items = await itemsOf(place);
  const concurrency = await evaluateInteger(state.MaxConcurrency, 'MaxConcurrency', place, [
    0,
    Number.MAX_SAFE_INTEGER,
  ]);
  const tolerated = await toleranceOf(place);
  record(place, 'MapStateStarted', { mapStateStartedEventDetails: { length: items.length } });
  frame.activity = {
    kind: 'children',
    items,
    frames: [],
    atOnce: Math.min(concurrency || MOST_AT_ONCE, MOST_AT_ONCE),
    tolerated,
  };
}

async function itemsOf(place: MapPlace): Promise<Json[]> {
  const { state, frame } = place;
  if (state.Items !== undefined) return evaluateTo('array', state.Items, 'Items', place);
  if (Array.isArray(frame.input)) return frame.input;
  throw fieldError(place, 'Items', `Map state input must be an array but was: ${JSON.stringify(frame.input)}`);
}

async function toleranceOf(place: MapPlace): Promise<Tolerance | null> {
  const { ToleratedFailureCount, ToleratedFailurePercentage } = place.state;
  const count = await evaluateInteger(ToleratedFailureCount, 'ToleratedFailureCount', place, [
    0,
    Number.MAX_SAFE_INTEGER,
  ]);
  const percentage = await percentageOf(place, ToleratedFailurePercentage);
  if (count === undefined && percentage === undefined) return null;
  return { ...(count !== undefined && { count }), ...(percentage !== undefined && { percentage }) };
}

async function percentageOf(place: MapPlace, template: Json | undefined): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const field = 'ToleratedFailurePercentage';
  const value = await evaluateTo('number', template, field, place);
  if (value >= 0 && value <= 100) return value;
  throw fieldError(place, field, `${field} must be between 0 and 100 but was: ${value}`);
}

const failuresOf = ({ frames }: Children) => frames.filter(({ activity }) => activity.kind === 'failed').length;
const mayStart = ({ items, frames, atOnce }: Children) =>
  frames.length < items.length && frames.filter((frame) => !hasEnded(frame)).length < atOnce;
const allEnded = ({ items, frames }: Children) => frames.length === items.length && frames.every(hasEnded);

function tooManyFailed(children: Children): boolean {
  const failed = failuresOf(children);
  if (failed === 0) return false;
  if (!children.tolerated) return true;
  const { count = Number.POSITIVE_INFINITY, percentage = 100 } = children.tolerated;
  return failed > count || (failed / children.items.length) * 100 > percentage;
}

/** Whether a Map or Parallel has something to do: start an iteration, or come to its end. */
export const childrenNeedCare = (children: Children) =>
  mayStart(children) || allEnded(children) || tooManyFailed(children);

/** One step of a Map or Parallel whose children are at work. Throws the child's error when that is the state's end. */
export async function tendChildren(place: MapPlace | ParallelPlace, children: Children): Promise<void> {
  if (tooManyFailed(children)) return failChildren(place, children);
  if (allEnded(children)) return collect(place, children);
  if (place.state.Type === 'Map') await startIteration({ ...place, state: place.state }, children);
}

async function startIteration(place: MapPlace, children: Children): Promise<void> {
  const { state, frame, turn } = place;
  const index = children.frames.length;
  const item = { index, value: children.items[index] ?? null };
  const input =
    state.ItemSelector === undefined
      ? item.value
      : await evaluate(state.ItemSelector, 'ItemSelector', { ...place, item });
  withinLimit(input, place, 'input');
  record(place, 'MapIterationStarted', { mapIterationStartedEventDetails: { name: frame.state, index } });
  const { StartAt } = state.ItemProcessor;
  children.frames.push({ ...newFrame(StartAt, input, frame.lastEvent, turn.execution.transitions), item });
}

/** The error of the first child that failed is the state's own, unchanged; unless failures were tolerated up to a number. */
function failChildren(place: MapPlace | ParallelPlace, { frames, tolerated }: Children): never {
  const failures = frames
    .toSorted((one, other) => one.movedAt - other.movedAt)
    .flatMap(({ activity }) => (activity.kind === 'failed' ? [activity.failure] : []));
  recordAborted([...placesFrom(place)].slice(1));
  record(place, `${place.state.Type}StateFailed`);
  if (tolerated) {
    throw new StateError(
      'States.ExceedToleratedFailureThreshold',
      'The specified tolerated failure threshold was exceeded',
    );
  }
  throw new StateError(failures[0]?.error ?? null, failures[0]?.cause ?? null);
}

async function collect(place: MapPlace | ParallelPlace, { frames }: Children): Promise<void> {
  const result = frames.flatMap(({ activity }) => (activity.kind === 'done' ? [activity.output] : []));
  record(place, `${place.state.Type}StateSucceeded`);
  await leave(place, place.state, result, { result });
}
