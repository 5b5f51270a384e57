import type { Status } from './execution.ts';
import type { Json, JsonObject } from './json.ts';
import type { Place, Turn } from './place.ts';

type Details = Record<`${string}EventDetails`, JsonObject>;

/** Appends an event to the history of this transition and returns its id. */
export function recordAfter(turn: Turn, previousEventId: number, type: string, details: Details = {}): number {
  const id = ++turn.execution.lastEvent;
  turn.events.push({ id, previousEventId, timestamp: turn.now, type, ...details });
  return id;
}

/** Appends an event that follows the last one of the same frame. */
export function record({ turn, frame }: Place, type: string, details: Details = {}): void {
  frame.lastEvent = recordAfter(turn, frame.lastEvent, type, details);
}

const included = { truncated: false };

export const inputText = (value: Json) => ({ input: JSON.stringify(value), inputDetails: included });
export const outputText = (value: Json) => ({ output: JSON.stringify(value), outputDetails: included });

/** `error` and `cause` as history prints them: parts that are null or empty are left out. */
export const errorText = ({ error, cause }: { error: string | null; cause: string | null }) => ({
  ...(error !== null && { error }),
  ...(cause && { cause }),
});

/** The event with which an execution ends, by its status. */
export const CLOSING_EVENT: Record<Exclude<Status, 'RUNNING' | 'SUCCEEDED'>, [string, `${string}EventDetails`]> = {
  FAILED: ['ExecutionFailed', 'executionFailedEventDetails'],
  TIMED_OUT: ['ExecutionTimedOut', 'executionTimedOutEventDetails'],
  ABORTED: ['ExecutionAborted', 'executionAbortedEventDetails'],
};
