import type { Machine } from './definition.ts';
import type { Failure } from './errors.ts';
import type { Execution, Task } from './execution.ts';
import type { Json } from './json.ts';
import { isAt, type Place, placesFrom, rootPlace, type Turn } from './place.ts';
import { taskFailed, taskSubmitted, taskSucceeded } from './task-state.ts';
import { attempt } from './transition.ts';

/** What can be heard about a task that was sent. */
export type Answer =
  | { kind: 'submitted'; output: Json }
  | { kind: 'accepted' }
  | { kind: 'succeeded'; output: Json }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'heartbeat' };

type OpenTask = { place: Place; task: Task };

function* openTasks(turn: Turn, machine: Machine): Generator<OpenTask> {
  for (const place of placesFrom(rootPlace(turn, machine))) {
    const { activity } = place.frame;
    if (activity.kind === 'task') yield { place, task: activity.task };
  }
}

/** The calls that were saved and not yet taken by their service: to be sent, again after a crash. */
export function unsentTasks(execution: Execution, machine: Machine): { task: Task; place: Place }[] {
  if (execution.status !== 'RUNNING') return [];
  return [...openTasks({ execution, now: 0, events: [] }, machine)].filter(({ task }) => !task.submitted);
}

/** Gives the answer to the task that holds the token. False when there is none any more. */
export async function applyAnswer(turn: Turn, machine: Machine, token: string, answer: Answer): Promise<boolean> {
  if (turn.execution.status !== 'RUNNING') return false;
  const found = [...openTasks(turn, machine)].find(({ task }) => task.token === token);
  if (!found) return false;
  turn.execution.transitions += 1;
  found.place.frame.movedAt = turn.execution.transitions;
  await attempt(found.place, () => give(found, answer));
  return true;
}

async function give({ place, task }: OpenTask, answer: Answer): Promise<void> {
  if (!isAt(place, 'Task')) return;
  if (answer.kind === 'accepted') task.submitted = true;
  if (answer.kind === 'submitted') taskSubmitted(place, task, answer.output);
  if (answer.kind === 'succeeded') await taskSucceeded(place, task, answer.output);
  if (answer.kind === 'failed') await taskFailed(place, task, answer.failure);
  if (answer.kind === 'heartbeat' && task.heartbeatSeconds !== undefined) {
    task.heartbeatAt = place.turn.now + task.heartbeatSeconds * 1000;
  }
}
