import * as z from 'zod/mini';
import { LocalText } from './local-text.ts';
import { Slug } from './unit.ts';

/** A ground on which somebody comes before others, declared and shown by evidence. Earlier in the city's list is earlier in the queue. */
export const PriorityClass = z.object({
  /** Short: it is kept with every request that has it. */
  id: Slug.check(z.maxLength(12)),
  name: LocalText,
  /** What shows it. */
  evidence: LocalText,
});
export type PriorityClass = z.infer<typeof PriorityClass>;

/** Why somebody is given a turn out of the order of the queue. */
export const JumpReason = z.object({ id: Slug, name: LocalText });
export type JumpReason = z.infer<typeof JumpReason>;

/** Why a wish to meet may be declined; the words to the citizen are written beside it. */
export const DeclineReason = z.object({ id: Slug, name: LocalText });
export type DeclineReason = z.infer<typeof DeclineReason>;

/** Reasons that the office's own acts have; they stand in the ledger beside those of the city. */
export const OFFICE_REASONS = ['closure', 'session-cancelled', 'host-absence'] as const;
export type OfficeReason = (typeof OFFICE_REASONS)[number];
