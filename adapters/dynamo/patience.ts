import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';

const ATTEMPTS = 5;
const FIRST_WAIT_MS = 20;

/** Two writes met on one item and neither was at fault: nothing was written, and a moment later it may be. */
export const isConflict = (fault: unknown): boolean =>
  fault instanceof TransactionConflictException ||
  (fault instanceof TransactionCanceledException &&
    codesOf(fault).includes('TransactionConflict') &&
    !codesOf(fault).includes(CONDITION_FAILED));

/** Whether the condition of the write at this place, or of the only one, did not hold. */
export const failedCondition = (fault: unknown, index: number): boolean =>
  fault instanceof ConditionalCheckFailedException ||
  (fault instanceof TransactionCanceledException && codesOf(fault)[index] === CONDITION_FAILED);

const CONDITION_FAILED = 'ConditionalCheckFailed';

const codesOf = (fault: TransactionCanceledException): string[] =>
  (fault.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');

/**
 * Repeats a write that met another one, after a random and growing wait, so that two that collided do not collide again.
 * @throws the conflict itself if it lasts
 */
export const withPatience = async <Result>(write: () => Promise<Result>): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (fault) {
      if (!isConflict(fault) || attempt >= ATTEMPTS) throw fault;
      await aMoment(attempt);
    }
  }
};

/** A random wait of at most 40, 80, 160 … milliseconds. */
export const aMoment = (attempt = 1): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * FIRST_WAIT_MS * 2 ** attempt));
