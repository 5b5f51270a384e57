import type { Retrier } from './definition.ts';
import { draw, type RandomState } from './random.ts';

const DEFAULTS = { IntervalSeconds: 1, BackoffRate: 2 };

/** Milliseconds until the next attempt, after `used` retries: interval × rate^used, capped, then full jitter. */
export function retryDelay(retrier: Retrier, used: number, random: RandomState): number {
  const { IntervalSeconds = DEFAULTS.IntervalSeconds, BackoffRate = DEFAULTS.BackoffRate } = retrier;
  const grown = IntervalSeconds * BackoffRate ** used;
  const seconds = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return Math.round(1000 * (retrier.JitterStrategy === 'FULL' ? seconds * draw(random) : seconds));
}
