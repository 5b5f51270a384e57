import type { Failure } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import { type RandomState, seedFrom } from './random.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** A call of a service. It is saved before it is sent, so a crash repeats the call with the same token. */
export type Task = {
  token: string;
  resource: string;
  arguments: Json;
  heartbeatSeconds?: number;
  timeoutAt?: number;
  heartbeatAt?: number;
  /** The service has taken the call; the answer comes by callback. Such a call is never sent again. */
  submitted: boolean;
};

/** What a frame is doing. Times are epoch milliseconds. */
export type Activity =
  | { kind: 'entering' }
  | { kind: 'running' }
  | { kind: 'waiting'; until: number }
  | { kind: 'retrying'; until: number }
  | { kind: 'task'; task: Task }
  | { kind: 'children'; items: Json[]; frames: Frame[]; atOnce: number; tolerated: Tolerance | null }
  | { kind: 'done'; output: Json }
  | { kind: 'failed'; failure: Failure };

/** How many iterations of a Map may fail. */
export type Tolerance = { count?: number; percentage?: number };

/** The thread of one machine: the execution itself, a Parallel's branch or a Map's iteration. */
export type Frame = {
  state: string;
  input: Json;
  variables: JsonObject;
  activity: Activity;
  enteredAt: number;
  enteredEvent: number;
  lastEvent: number;
  /** Retries used, by the index of the Retrier. */
  retries: number[];
  item?: { index: number; value: Json };
  /** When this frame last moved, counted in transitions; the one that waited longest moves next. */
  movedAt: number;
};

/** Everything about one execution but its history: the document that is saved after every transition. */
export type Execution = RandomState & {
  arn: string;
  name: string;
  machineArn: string;
  definitionHash: string;
  /** The text given to StartExecution, by which a repeated start is recognised. */
  input: string;
  status: Status;
  startedAt: number;
  stoppedAt?: number;
  deadline: number;
  output?: Json;
  failure?: Failure;
  transitions: number;
  tokens: number;
  lastEvent: number;
  root: Frame;
};

export type NewExecution = Pick<
  Execution,
  'arn' | 'name' | 'machineArn' | 'definitionHash' | 'input' | 'startedAt' | 'deadline'
> & { startAt: string };

/** A frame about to enter its machine's first state. */
export const newFrame = (state: string, input: Json, lastEvent: number, movedAt: number): Frame => ({
  state,
  input,
  variables: {},
  activity: { kind: 'entering' },
  enteredAt: 0,
  enteredEvent: 0,
  lastEvent,
  retries: [],
  movedAt,
});

/** Nothing happens in the frame any more; its output or error waits to be collected. */
export const hasEnded = ({ activity }: Frame) => activity.kind === 'done' || activity.kind === 'failed';

/** The document of an execution that has not moved yet. Throws `SyntaxError` when the input is no JSON. */
export const newExecution = ({ startAt, ...given }: NewExecution): Execution => ({
  ...given,
  status: 'RUNNING',
  transitions: 0,
  tokens: 0,
  lastEvent: 0,
  random: seedFrom(`${given.arn} ${given.startedAt}`),
  root: newFrame(startAt, JSON.parse(given.input), 0, 0),
});
