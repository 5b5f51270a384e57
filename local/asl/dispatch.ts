import type { Json } from './json.ts';

/** What a dispatcher may tell a service about a call. The token stays the same when a crash repeats the call. */
export type TaskContext = {
  token: string;
  executionArn: string;
  stateName: string;
  retryCount: number;
};

/** The service has taken the call and will answer with the token; or never, and then a timer ends the task. */
export const ANSWER_COMES_LATER = Symbol('answer comes later');

/** Calls services for Task states. A `TaskError` is the service's own error; any other error is `States.TaskFailed`. */
export type Dispatch = {
  invoke(resource: string, args: Json, context: TaskContext): Promise<Json | typeof ANSWER_COMES_LATER>;
};
