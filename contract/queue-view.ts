import * as z from 'zod/mini';
import { AllocationRule } from '../domain/official.ts';
import { SessionView } from './session-view.ts';

/** The place of a request that waits for a turn, by the published rule of its post. */
export const QueueView = z.object({
  rule: AllocationRule,
  place: z.int(),
  /** How many wait, as far as they are counted. */
  length: z.int(),
  /** It stands behind `place`, too far to be counted. */
  isFar: z.boolean(),
  /** If those before take the turns that are free; none while no planned session reaches so far. */
  expectedSession: z.optional(SessionView),
});
