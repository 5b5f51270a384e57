import type { JsonObject } from './json.ts';
import type { Place } from './place.ts';

const instant = (epochMs: number) => new Date(epochMs).toISOString();

/** Integrations that are told the task's token. */
export const givesToken = (resource: string) => /\.(waitForTaskToken|sync(:\d+)?)$/.test(resource);

const RETRIED_TYPES = ['Task', 'Map', 'Parallel'];

/** What `$states.context` holds at a place. */
export function contextObject({ turn: { execution }, frame, state, item }: Place, token?: string): JsonObject {
  const task = frame.activity.kind === 'task' ? frame.activity.task : undefined;
  const visibleToken = token ?? (task && givesToken(task.resource) ? task.token : undefined);
  return {
    Execution: {
      Id: execution.arn,
      Input: JSON.parse(execution.input),
      Name: execution.name,
      RoleArn: 'arn:aws:iam::000000000000:role/local',
      StartTime: instant(execution.startedAt),
      RedriveCount: 0,
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machineArn.split(':').at(-1) ?? '' },
    State: {
      Name: frame.state,
      EnteredTime: instant(frame.enteredAt),
      ...(RETRIED_TYPES.includes(state.Type) && {
        RetryCount: frame.retries.reduce((sum, used) => sum + used, 0),
      }),
    },
    ...(visibleToken !== undefined && { Task: { Token: visibleToken } }),
    ...(item && { Map: { Item: { Index: item.index, Value: item.value } } }),
  };
}
