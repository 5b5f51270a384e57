import { givesToken } from './context.ts';
import type { StateOf } from './definition.ts';
import { type Failure, StateError, timeout } from './errors.ts';
import { evaluate, evaluateInteger, fieldError, withinLimit } from './evaluate.ts';
import type { Task } from './execution.ts';
import { errorText, outputText, record } from './history.ts';
import { type Json, type JsonObject, sizeInBytes } from './json.ts';
import { failState, leave } from './leave.ts';
import type { Place } from './place.ts';

type TaskPlace = Place<StateOf<'Task'>>;

const LONGEST_TIMEOUT_SECONDS = 99_999_999;
const RESULT_BYTES = 262_144;

export const isLambdaArn = (resource: string) => resource.startsWith('arn:aws:lambda:');
export const waitsForCallback = (resource: string) => resource.endsWith('.waitForTaskToken');

/** Builds the call of a service and saves it; sending is the engine's work. Each attempt has a token of its own. */
export async function runTask(place: TaskPlace): Promise<void> {
  const { state, frame, turn } = place;
  const token = newToken(place);
  const extra = givesToken(state.Resource) ? { token } : {};
  const timeoutSeconds = await evaluateInteger(state.TimeoutSeconds, 'TimeoutSeconds', place, [
    1,
    LONGEST_TIMEOUT_SECONDS,
  ]);
  const heartbeatSeconds = await evaluateInteger(state.HeartbeatSeconds, 'HeartbeatSeconds', place, [
    1,
    LONGEST_TIMEOUT_SECONDS,
  ]);
  if (timeoutSeconds !== undefined && heartbeatSeconds !== undefined && heartbeatSeconds >= timeoutSeconds) {
    throw fieldError(place, 'HeartbeatSeconds', 'HeartbeatSeconds must be smaller than TimeoutSeconds.');
  }
  const input =
    state.Arguments === undefined ? frame.input : await evaluate(state.Arguments, 'Arguments', place, extra);
  withinLimit(input, place, 'input');
  if (state.Credentials !== undefined) await evaluate(state.Credentials, 'Credentials', place);
  const task: Task = { token, resource: state.Resource, arguments: input, submitted: false };
  if (timeoutSeconds !== undefined) task.timeoutAt = turn.now + timeoutSeconds * 1000;
  if (heartbeatSeconds !== undefined) {
    task.heartbeatSeconds = heartbeatSeconds;
    task.heartbeatAt = turn.now + heartbeatSeconds * 1000;
  }
  frame.activity = { kind: 'task', task };
  recordScheduled(place, task, {
    ...(timeoutSeconds !== undefined && { timeoutInSeconds: timeoutSeconds }),
    ...(heartbeatSeconds !== undefined && { heartbeatInSeconds: heartbeatSeconds }),
  });
}

/** Opaque to everybody else; names the execution, so an answer finds its way without an index of tokens. */
function newToken({ turn: { execution } }: Place): string {
  execution.tokens += 1;
  return Buffer.from(JSON.stringify([execution.arn, execution.tokens, execution.startedAt])).toString('base64url');
}

/** The execution a token belongs to; undefined when it was never a token. */
export function executionOfToken(token: string): string | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    const arn: unknown = Array.isArray(parts) && parts.length === 3 ? parts[0] : undefined;
    return typeof arn === 'string' ? arn : undefined;
  } catch {
    return undefined;
  }
}

/** `lambda` and `invoke` of `arn:aws:states:::lambda:invoke`; AWS prints both with every event of a task. */
function integrationOf(resource: string): { resourceType: string; resource: string } {
  const parts = resource.split(':');
  return { resourceType: parts.slice(5, -1).join(':'), resource: parts.at(-1) ?? '' };
}

function recordScheduled(place: Place, task: Task, limits: JsonObject): void {
  if (isLambdaArn(task.resource)) {
    record(place, 'LambdaFunctionScheduled', {
      lambdaFunctionScheduledEventDetails: {
        resource: task.resource,
        input: JSON.stringify(task.arguments),
        ...limits,
      },
    });
    record(place, 'LambdaFunctionStarted');
    return;
  }
  const integration = integrationOf(task.resource);
  record(place, 'TaskScheduled', {
    taskScheduledEventDetails: {
      ...integration,
      region: 'local',
      parameters: JSON.stringify(task.arguments),
      ...limits,
    },
  });
  record(place, 'TaskStarted', { taskStartedEventDetails: integration });
}

function recordEnd(place: Place, task: Task, what: 'Succeeded' | 'Failed' | 'TimedOut', details: JsonObject): void {
  if (isLambdaArn(task.resource)) {
    record(place, `LambdaFunction${what}`, { [`lambdaFunction${what}EventDetails`]: details });
  } else {
    record(place, `Task${what}`, { [`task${what}EventDetails`]: { ...integrationOf(task.resource), ...details } });
  }
}

/** The service has taken the call of a callback task; from here on only the token counts. */
export function taskSubmitted(place: TaskPlace, task: Task, output: Json): void {
  task.submitted = true;
  record(place, 'TaskSubmitted', {
    taskSubmittedEventDetails: { ...integrationOf(task.resource), ...outputText(output) },
  });
}

/** The task has its result. Throws `StateError` when it, or what the state makes of it, is no good. */
export async function taskSucceeded(place: TaskPlace, task: Task, result: Json): Promise<void> {
  if (sizeInBytes(result) > RESULT_BYTES) {
    const name = isLambdaArn(task.resource) ? task.resource : integrationOf(task.resource).resourceType;
    const problem = 'returned a result with a size exceeding the maximum number of bytes service limit.';
    throw new StateError('States.DataLimitExceeded', `The state/task '${name}' ${problem}`);
  }
  recordEnd(place, task, 'Succeeded', outputText(result));
  await leave(place, place.state, result, { result });
}

/** The service refused the call, or the worker reported an error. */
export async function taskFailed(place: TaskPlace, task: Task, failure: Failure): Promise<void> {
  recordEnd(place, task, 'Failed', errorText(failure));
  await failState(place, failure);
}

/** Neither answer nor heartbeat came in time. */
export async function taskTimedOut(place: TaskPlace, task: Task): Promise<void> {
  recordEnd(place, task, 'TimedOut', errorText(timeout));
  await failState(place, timeout);
}
