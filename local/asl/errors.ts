import type { JsonObject } from './json.ts';

/** An error as the states see it. SendTaskFailure may leave out either part: then it is null. */
export type Failure = { error: string | null; cause: string | null };

/** Ends the attempt of a state; goes through its Retry, then its Catch. */
export class StateError extends Error {
  readonly failure: Failure;

  constructor(error: string | null, cause: string | null) {
    super(`${error}: ${cause}`);
    this.failure = { error, cause };
  }
}

/** A JSONata expression, or the value it gave, was of no use for the field. */
export class QueryEvaluationError extends StateError {
  /** The field, such as `Arguments/FunctionName`. */
  readonly location: string;

  constructor(cause: string, location: string) {
    super('States.QueryEvaluationError', cause);
    this.location = location;
  }
}

/** What a dispatcher throws when the called service answered with an error. */
export class TaskError extends Error {
  readonly failure: Failure;

  constructor(error: string | null, cause: string | null) {
    super(`${error}: ${cause}`);
    this.name = 'TaskError';
    this.failure = { error, cause };
  }
}

export const timeout: Failure = { error: 'States.Timeout', cause: '' };

/** A heartbeat that stayed away: reported as a timeout, and caught under either of the two names. */
const TIMEOUT_NAMES = ['States.Timeout', 'States.HeartbeatTimeout'];

/** Whether a name in ErrorEquals stands for this error. */
function nameMatches(name: string, { error }: Failure): boolean {
  if (name === error) return true;
  if (error === 'States.Timeout' && TIMEOUT_NAMES.includes(name)) return true;
  if (error === 'States.Runtime') return false;
  if (name === 'States.ALL') return true;
  return name === 'States.TaskFailed' && error !== 'States.Timeout';
}

/** The first Retrier or Catcher whose ErrorEquals names the failure. */
export const firstMatch = <T extends { ErrorEquals: string[] }>(rules: T[], failure: Failure) =>
  rules.find((rule) => rule.ErrorEquals.some((name) => nameMatches(name, failure)));

export const errorOutput = ({ error, cause }: Failure): JsonObject => ({ Error: error, Cause: cause });
