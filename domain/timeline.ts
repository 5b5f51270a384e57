import * as z from 'zod/mini';
import { Instant } from './time.ts';

/** Who did it: the citizen, a member of staff, a partner's line, or the office's own clock; staff may act for the citizen. */
export const By = z.object({
  actor: z.enum(['citizen', 'staff', 'partner', 'office']),
  username: z.optional(z.string()),
  onBehalfOf: z.optional(z.literal('applicant')),
  means: z.optional(z.enum(['counter', 'phone', 'letter'])),
});
export type By = z.infer<typeof By>;

export const THE_OFFICE: By = { actor: 'office' };

export const EVENT_KINDS = [
  'submitted',
  'referred-in',
  'question-asked',
  'information-added',
  'information-missing',
  'document-added',
  'answered',
  'still-wants-meeting',
  'declined',
  'objected',
  'accepted',
  'referred',
  'referred-out',
  'offered',
  'offer-passed',
  'offer-lapsed',
  'scheduled',
  'moved',
  'earlier-offered',
  'cancelled',
  'stand-in',
  'waits-for-holder',
  'reminded',
  'reminder-dropped',
  'arrived',
  'no-show',
  'host-absent',
  'outcome-recorded',
  'outcome-chased',
  'order-issued',
  'order-reported',
  'order-renewed',
  'order-handed-over',
  'order-asked',
  'order-answered',
  'order-resumed',
  'order-barred',
  'order-confirmed',
  'order-disputed',
  'order-overdue',
  'escalated',
  'order-returned',
  'committee-decided',
  'converted',
  'rung-vacant',
  'asked',
  'corrected',
  'slip-printed',
  'noted',
  'deadline-moved',
  'withdrawn',
  'linked',
  'unlinked',
  'merged',
  'closed',
  'still-done',
  'rated',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One line of the request's timeline, the same list for the citizen and the staff; `internal` lines are the staff's only. */
export const TimelineEvent = z.object({
  kind: z.enum(EVENT_KINDS),
  at: Instant,
  by: By,
  internal: z.optional(z.boolean()),
  /** What was said, as it was typed. */
  text: z.optional(z.string()),
  facts: z.optional(z.record(z.string(), z.string())),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;
