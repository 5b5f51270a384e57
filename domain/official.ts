import * as z from 'zod/mini';
import { LocalText } from './local-text.ts';
import { LocalDate } from './time.ts';
import { Slug } from './unit.ts';

/** The published rule by which turns are given. */
export const AllocationRule = z.enum(['first-come', 'priority-classes', 'draw']);
export type AllocationRule = z.infer<typeof AllocationRule>;

/** A post whose holder is met. Queues and sessions belong to the post, whoever holds it. */
export const Official = z.object({
  id: Slug,
  unit: Slug,
  title: LocalText,
  holder: z.optional(LocalText),
  term: z.optional(z.object({ from: LocalDate, to: z.optional(LocalDate) })),
  /** The post that stands in. */
  delegate: z.optional(Slug),
  allocation: AllocationRule,
  /** Which topics may be brought; all of the unit's if absent. */
  topics: z.optional(z.array(Slug)),
  endsOn: z.optional(LocalDate),
});
export type Official = z.infer<typeof Official>;
