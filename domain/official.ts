import * as z from 'zod/mini';
import { LocalText } from './local-text.ts';
import { LocalDate } from './time.ts';
import { Slug } from './unit.ts';

/** The published rule by which turns are given. */
export const AllocationRule = z.enum(['first-come', 'priority-classes', 'draw']);
export type AllocationRule = z.infer<typeof AllocationRule>;

export const ABSENCE_KINDS = ['leave', 'mission', 'illness', 'vacancy', 'other'] as const;

/** Days on which the holder of a post is away, the first and the last among them, and the post that receives people then. */
export const Absence = z
  .object({ from: LocalDate, to: LocalDate, kind: z.enum(ABSENCE_KINDS), standIn: Slug })
  .check(z.refine(({ from, to }) => from <= to, 'must begin before it ends'));
export type Absence = z.infer<typeof Absence>;

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
  absences: z.optional(z.array(Absence)),
  endsOn: z.optional(LocalDate),
});
export type Official = z.infer<typeof Official>;

export const absenceOn = ({ absences = [] }: Pick<Official, 'absences'>, on: LocalDate): Absence | undefined =>
  absences.find(({ from, to }) => from <= on && on <= to);
