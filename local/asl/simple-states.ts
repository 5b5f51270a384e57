import type { StateOf } from './definition.ts';
import { StateError } from './errors.ts';
import { evaluateInteger, evaluateTo, whileExecuting } from './evaluate.ts';
import { giveUp, leave } from './leave.ts';
import type { Place } from './place.ts';
import { parseTimestamp } from './timestamp.ts';

const LONGEST_WAIT_SECONDS = 99_999_999;

/** Pass and Succeed hand on their input. */
export const runPass = (place: Place<StateOf<'Pass'>>) => leave(place, place.state, place.frame.input);
export const runSucceed = (place: Place<StateOf<'Succeed'>>) => leave(place, place.state, place.frame.input);

/** The first rule whose condition is true is taken, with its own Assign and Output; else the default. */
export async function runChoice(place: Place<StateOf<'Choice'>>): Promise<void> {
  const { state, frame } = place;
  for (const [index, rule] of state.Choices.entries()) {
    if (await evaluateTo('boolean', rule.Condition, `Choices/${index}/Condition`, place)) {
      return leave(place, rule, frame.input);
    }
  }
  if (state.Default === undefined) {
    const problem = 'Failed to transition out of the state. The state does not point to a next state.';
    throw new StateError('States.Runtime', `${whileExecuting(place)} ${problem}`);
  }
  return leave(place, { ...state, Next: state.Default }, frame.input);
}

/** Fail has neither Retry nor Catch: its error leaves the frame at once. */
export async function runFail(place: Place<StateOf<'Fail'>>): Promise<void> {
  const { Error: error, Cause: cause } = place.state;
  giveUp(place, {
    error: error === undefined ? null : await evaluateTo('string', error, 'Error', place),
    cause: cause === undefined ? null : await evaluateTo('string', cause, 'Cause', place),
  });
}

/** A wait is a time in the document; a time that has passed already ends it at once. */
export async function runWait(place: Place<StateOf<'Wait'>>): Promise<void> {
  const until = await waitUntil(place);
  if (until - place.turn.now > LONGEST_WAIT_SECONDS * 1000) {
    throw new StateError('States.Runtime', `${whileExecuting(place)} Wait state delay is too long.`);
  }
  place.frame.activity = { kind: 'waiting', until };
}

async function waitUntil(place: Place<StateOf<'Wait'>>): Promise<number> {
  const { state, turn } = place;
  if (state.Timestamp !== undefined) {
    return parseTimestamp(await evaluateTo('string', state.Timestamp, 'Timestamp', place), place);
  }
  const seconds = await evaluateInteger(state.Seconds ?? 0, 'Seconds', place, [0, LONGEST_WAIT_SECONDS]);
  return turn.now + (seconds ?? 0) * 1000;
}
