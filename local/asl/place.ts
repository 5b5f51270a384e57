import { type Machine, machinesIn, type State, type StateOf, stateOf } from './definition.ts';
import type { Execution, Frame } from './execution.ts';
import type { HistoryEvent } from './history-event.ts';
import type { JsonObject } from './json.ts';

/** One transition: the document it changes, the time it happens at (epoch ms), and the events it adds to the history. */
export type Turn = { execution: Execution; now: number; events: HistoryEvent[] };

/** A frame together with everything that can be seen from it. */
export type Place<S extends State = State> = {
  turn: Turn;
  frame: Frame;
  machine: Machine;
  state: S;
  /** Variables of the surrounding frames. */
  outer: JsonObject;
  /** The item of the nearest Map around. */
  item: Frame['item'];
  parent?: Place;
};

/** Narrows a place to one whose state has this type. */
export const isAt = <T extends State['Type']>(place: Place, type: T): place is Place<StateOf<T>> =>
  place.state.Type === type;

export const rootPlace = (turn: Turn, machine: Machine): Place => ({
  turn,
  frame: turn.execution.root,
  machine,
  state: stateOf(machine, turn.execution.root.state),
  outer: {},
  item: undefined,
});

function childPlace(parent: Place, frame: Frame, index: number): Place {
  const machines = machinesIn(parent.state);
  const machine = parent.state.Type === 'Map' ? machines[0] : machines[index];
  if (!machine) throw new Error(`A ${parent.state.Type} state has no child ${index}`);
  return {
    turn: parent.turn,
    frame,
    machine,
    state: stateOf(machine, frame.state),
    outer: variablesAt(parent),
    item: frame.item ?? parent.item,
    parent,
  };
}

/** The place and everything below it, outer before inner, in the order of the definition. */
export function* placesFrom(place: Place): Generator<Place> {
  yield place;
  if (place.frame.activity.kind !== 'children') return;
  for (const [index, frame] of place.frame.activity.frames.entries()) {
    yield* placesFrom(childPlace(place, frame, index));
  }
}

/** All variables an expression may read here; inner ones first. */
export const variablesAt = ({ outer, frame }: Place): JsonObject => ({ ...outer, ...frame.variables });
