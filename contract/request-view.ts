import * as z from 'zod/mini';
import { ORDER_STATUSES, Proof, ScanBox } from '../domain/order.ts';
import { CLOSING_REASONS, Link, STATUSES, STEPS } from '../domain/request.ts';
import { Instant } from '../domain/time.ts';
import { EVENT_KINDS } from '../domain/timeline.ts';
import { ScanView } from './scan-view.ts';

export const RequestId = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/));

/** A deadline with the sum that explains it, in the caller's language and calendar. */
export const DeadlineView = z.object({ at: Instant, says: z.string(), sum: z.string() });

/** Who must act next, named so that a person can read it. */
export const OwnerView = z.object({
  kind: z.enum(['citizen', 'staff']),
  role: z.optional(z.string()),
  unit: z.optional(z.string()),
  says: z.string(),
});

export const AppointmentView = z.object({
  session: z.string(),
  slot: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  says: z.string(),
});

/** What was asked of the citizen about an order, and what they answered. */
const QuestionView = z.object({
  text: z.string(),
  askedAt: Instant,
  until: DeadlineView,
  endedAt: z.optional(Instant),
  answer: z.optional(z.string()),
  documents: z.optional(z.array(z.string())),
});

/** One order as its citizen and the staff see it; the owner of another unit sees the same card. */
export const OrderView = z.object({
  number: z.int(),
  text: z.string(),
  unit: z.string(),
  status: z.enum(ORDER_STATUSES),
  issuedAt: Instant,
  due: DeadlineView,
  owner: OwnerView,
  overdue: z.boolean(),
  veryLate: z.boolean(),
  rung: z.int(),
  renewals: z.int(),
  renewalReason: z.optional(z.string()),
  disputes: z.int(),
  /** What is left of a partly done order, in the citizen's words. */
  remains: z.optional(z.string()),
  /** Its clock stands still until the citizen has told or done what the last question asks. */
  waitsForCitizen: z.boolean(),
  questions: z.array(QuestionView),
  formerUnits: z.array(z.string()),
  /** Who holds the deadlines of a body outside the city. */
  desk: z.optional(z.string()),
  proofWanted: z.optional(z.string()),
  proof: z.optional(Proof),
  legalGround: z.optional(z.string()),
  settledAt: z.optional(Instant),
  box: z.optional(ScanBox),
  /** What its state allows; who may do it is asked at each call. */
  acts: z.array(z.string()),
});

/** A request as it stands: its stage, what comes next, who holds it, by when and why then. */
export const RequestView = z.object({
  id: RequestId,
  code: z.string(),
  keypadCode: z.string(),
  version: z.int(),
  status: z.enum(STATUSES),
  step: z.enum(STEPS),
  unit: z.string(),
  official: z.string(),
  topic: z.string(),
  channel: z.string(),
  submittedAt: Instant,
  receivedOn: z.optional(z.object({ on: z.string(), precision: z.enum(['day', 'month']) })),
  externalReference: z.optional(z.string()),
  urgent: z.boolean(),
  /** The priority class that was declared, or the ground that was confirmed. */
  priority: z.optional(z.object({ declared: z.optional(z.string()), confirmed: z.optional(z.string()) })),
  rung: z.int(),
  next: z.object({ owner: OwnerView, deadline: DeadlineView }),
  promised: z.optional(DeadlineView),
  offered: z.optional(z.array(AppointmentView)),
  /** The offer stands in place of a turn that was taken by a closure: whoever says nothing has it. */
  silenceKeeps: z.optional(z.boolean()),
  appointment: z.optional(AppointmentView),
  orders: z.array(OrderView),
  links: z.array(Link),
  reason: z.optional(z.enum(CLOSING_REASONS)),
  objectionUntil: z.optional(DeadlineView),
  rating: z.optional(z.int()),
  stillDone: z.boolean(),
  /** The decisions that its stage allows; who may take them is asked at each call. */
  decisions: z.array(z.string()),
});
export type RequestView = z.infer<typeof RequestView>;

/** One line of the timeline. */
export const EventView = z.object({
  kind: z.enum(EVENT_KINDS),
  at: Instant,
  by: z.enum(['citizen', 'staff', 'partner', 'office']),
  /** For the staff only: who it was. */
  username: z.optional(z.string()),
  onBehalfOf: z.optional(z.literal('applicant')),
  means: z.optional(z.string()),
  internal: z.boolean(),
  text: z.optional(z.string()),
  facts: z.record(z.string(), z.string()),
});

/** A document as people see it: pictures of its pages, never the file that was uploaded. */
export const DocumentView = z.object({
  id: z.string(),
  /** What the file was called; for the staff and for whoever brought it, since a name may tell more than the page. */
  name: z.optional(z.string()),
  type: z.string(),
  size: z.int(),
  kind: z.string(),
  addedAt: Instant,
  scan: ScanView,
});
export type DocumentView = z.infer<typeof DocumentView>;
