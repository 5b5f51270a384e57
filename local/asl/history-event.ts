import type { JsonObject } from './json.ts';

/** One line of an execution's history, in the shape of GetExecutionHistory; the timestamp is in epoch milliseconds. */
export type HistoryEvent = {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  [details: `${string}EventDetails`]: JsonObject;
};
