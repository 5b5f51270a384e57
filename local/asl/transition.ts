import { childrenNeedCare, runMap, runParallel, tendChildren } from './children.ts';
import type { Machine } from './definition.ts';
import { type Failure, StateError } from './errors.ts';
import { type Execution, type Frame, hasEnded, type Status } from './execution.ts';
import { CLOSING_EVENT, errorText, inputText, outputText, record, recordAfter } from './history.ts';
import { failState, leave, recordAborted, recordEvaluationFailure } from './leave.ts';
import { isAt, type Place, placesFrom, rootPlace, type Turn } from './place.ts';
import { runChoice, runFail, runPass, runSucceed, runWait } from './simple-states.ts';
import { runTask, taskTimedOut } from './task-state.ts';

/** AWS ends an execution with the event of this number. */
const LAST_EVENT = 25_000;

/** When a frame has something to do by itself: epoch ms, 0 for at once, infinity for not before somebody answers. */
function dueAt({ activity }: Frame): number {
  switch (activity.kind) {
    case 'entering':
    case 'running':
      return 0;
    case 'waiting':
    case 'retrying':
      return activity.until;
    case 'task':
      return Math.min(
        activity.task.timeoutAt ?? Number.POSITIVE_INFINITY,
        activity.task.heartbeatAt ?? Number.POSITIVE_INFINITY,
      );
    case 'children':
      return childrenNeedCare(activity) ? 0 : Number.POSITIVE_INFINITY;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** The earliest time at which the execution moves by itself; 0 for at once. */
export function nextDue(execution: Execution, machine: Machine): number {
  if (hasEnded(execution.root)) return 0;
  const places = placesFrom(rootPlace({ execution, now: 0, events: [] }, machine));
  return [...places].reduce((earliest, { frame }) => Math.min(earliest, dueAt(frame)), execution.deadline);
}

/** Of the frames that are due, the earliest; among equals the one that has not moved for longest. */
function nextPlace(turn: Turn, machine: Machine): Place | undefined {
  const due = [...placesFrom(rootPlace(turn, machine))].filter(({ frame }) => dueAt(frame) <= turn.now);
  return due.toSorted((a, b) => dueAt(a.frame) - dueAt(b.frame) || a.frame.movedAt - b.frame.movedAt)[0];
}

/** Moves the execution by one transition. False when nothing is due at the time of the turn. */
export async function transition(turn: Turn, machine: Machine): Promise<boolean> {
  const { execution, now } = turn;
  if (execution.status !== 'RUNNING') return false;
  const end = endOf(turn);
  if (end) {
    close(turn, machine, end.status, end.failure);
    return true;
  }
  const place = nextPlace(turn, machine);
  if (!place) return false;
  execution.transitions += 1;
  place.frame.movedAt = execution.transitions;
  await attempt(place, () => move(place, now));
  return true;
}

function endOf({ execution, now }: Turn): { status: Exclude<Status, 'RUNNING'>; failure?: Failure } | undefined {
  const { activity } = execution.root;
  if (activity.kind === 'done') return { status: 'SUCCEEDED' };
  if (activity.kind === 'failed') return { status: 'FAILED', failure: activity.failure };
  if (now >= execution.deadline) return { status: 'TIMED_OUT', failure: { error: 'States.Timeout', cause: null } };
  if (execution.lastEvent < LAST_EVENT - 1) return undefined;
  const cause = `The execution reached the maximum number of history events (${LAST_EVENT}).`;
  return { status: 'FAILED', failure: { error: 'States.Runtime', cause } };
}

/** Ends the execution. What still runs is aborted; answers to it will find no task. */
export function close(turn: Turn, machine: Machine, status: Exclude<Status, 'RUNNING'>, failure?: Failure): void {
  const { execution, now } = turn;
  const { root } = execution;
  execution.status = status;
  execution.stoppedAt = now;
  if (status === 'SUCCEEDED') {
    execution.output = root.activity.kind === 'done' ? root.activity.output : null;
    recordAfter(turn, root.lastEvent, 'ExecutionSucceeded', {
      executionSucceededEventDetails: outputText(execution.output),
    });
    return;
  }
  recordAborted([...placesFrom(rootPlace(turn, machine))]);
  execution.failure = failure ?? { error: null, cause: null };
  root.activity = { kind: 'failed', failure: execution.failure };
  const [type, details] = CLOSING_EVENT[status];
  recordAfter(turn, root.lastEvent, type, { [details]: errorText(execution.failure) });
}

/** Does a piece of a state's work; its errors go through the state's Retry and Catch. */
export async function attempt(place: Place, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const known = error instanceof StateError ? error : new StateError('States.Runtime', String(error));
    recordEvaluationFailure(place, known);
    await failState(place, known.failure);
  }
}

async function move(place: Place, now: number): Promise<void> {
  const { frame } = place;
  const { activity } = frame;
  if (activity.kind === 'entering') return enter(place, now);
  if (activity.kind === 'running') return run(place);
  if (activity.kind === 'waiting' && isAt(place, 'Wait')) return leave(place, place.state, frame.input);
  if (activity.kind === 'retrying') frame.activity = { kind: 'running' };
  if (activity.kind === 'task' && isAt(place, 'Task')) return taskTimedOut(place, activity.task);
  if (activity.kind !== 'children') return;
  if (isAt(place, 'Map') || isAt(place, 'Parallel')) await tendChildren(place, activity);
}

function enter(place: Place, now: number): void {
  const { frame, state } = place;
  record(place, `${state.Type}StateEntered`, {
    stateEnteredEventDetails: { name: frame.state, ...inputText(frame.input) },
  });
  frame.enteredAt = now;
  frame.enteredEvent = frame.lastEvent;
  frame.retries = 'Retry' in state ? (state.Retry ?? []).map(() => 0) : [];
  frame.activity = { kind: 'running' };
}

async function run(place: Place): Promise<void> {
  if (isAt(place, 'Pass')) return runPass(place);
  if (isAt(place, 'Task')) return runTask(place);
  if (isAt(place, 'Choice')) return runChoice(place);
  if (isAt(place, 'Wait')) return runWait(place);
  if (isAt(place, 'Map')) return runMap(place);
  if (isAt(place, 'Parallel')) return runParallel(place);
  if (isAt(place, 'Fail')) return runFail(place);
  if (isAt(place, 'Succeed')) return runSucceed(place);
}
