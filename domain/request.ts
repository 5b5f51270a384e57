import * as z from 'zod/mini';
import { Order } from './order.ts';
import { Owner } from './owner.ts';
import { Instant, LocalDate } from './time.ts';
import { Deadline } from './working-time.ts';

/** The four waits of the office, with triage and confirmation beside them; `closed` waits for nothing. */
export const STEPS = [
  'triage',
  'slot',
  'reminder',
  'last-reminder',
  'meeting',
  'follow-up',
  'confirmation',
  'closed',
] as const;
export type Step = (typeof STEPS)[number];

export const CLOSING_REASONS = [
  'resolved',
  'settled-silently',
  'answered',
  'declined',
  'withdrawn',
  'no-show',
  'legally-barred',
  'referred-out',
  'duplicate',
  'converted',
  'lapsed',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** How the applicant is told: by SMS, by e-mail, by a call task of the clerk, or (a bare name on paper) not at all. */
const REACHES = ['sms', 'email', 'call', 'silent'] as const;

/** A turn: the slot that this request holds. `number` counts the turns of the request, so an old reminder is known as old. */
export const Appointment = z.object({
  number: z.int(),
  session: z.string(),
  slot: z.string(),
  startsAt: Instant,
  endsAt: Instant,
});
export type Appointment = z.infer<typeof Appointment>;

export const LINK_KINDS = ['same-matter', 'continues', 'converted-from', 'duplicate-of'] as const;

/** Links that people make; the others come about by a submission or by a merge. */
export const MADE_BY_HAND = ['same-matter', 'continues'] as const;

/** `incoming`: it was the other request that named this one. */
export const Link = z.object({
  kind: z.enum(LINK_KINDS),
  request: z.string(),
  incoming: z.optional(z.literal(true)),
});
export type Link = z.infer<typeof Link>;

/** What every request has at every stage. It names nobody: parties, contacts and texts are kept apart (see `case-file.ts`). */
const Always = z.object({
  city: z.string(),
  id: z.string(),
  code: z.string(),
  version: z.int(),
  unit: z.string(),
  official: z.string(),
  topic: z.string(),
  channel: z.string(),
  reach: z.enum(REACHES),
  language: z.string(),
  verified: z.boolean(),
  submittedAt: Instant,
  receivedOn: z.optional(z.object({ on: LocalDate, precision: z.enum(['day', 'month']) })),
  externalReference: z.optional(z.string()),
  /** Keyed hashes: who applied (limits), who may read (proven contacts, personal link). */
  applicantKey: z.optional(z.string()),
  readers: z.array(z.string()),
  linkKey: z.optional(z.string()),
  /** Units that had the request before a referral; they keep reading. */
  formerUnits: z.array(z.string()),
  links: z.optional(z.array(Link)),
  urgent: z.optional(z.boolean()),
  /** Who must act, how far the matter has climbed, by when, and the step that the workflow waits at. */
  owner: Owner,
  rung: z.int(),
  deadline: Deadline,
  step: z.enum(STEPS),
  until: Instant,
  chased: z.optional(z.int()),
  objections: z.int(),
  moves: z.int(),
  noShows: z.int(),
  hostAbsences: z.int(),
  passes: z.int(),
  turns: z.int(),
  acceptedAt: z.optional(Instant),
  promised: z.optional(Deadline),
  appointment: z.optional(Appointment),
  rating: z.optional(z.int()),
  orders: z.array(Order),
});

/** Declared with evidence, and not yet confirmed: it counts for nothing. */
const Declaring = { declared: z.optional(z.string()) };

/** What decides about the place in the queue, from acceptance until the meeting. */
const Queued = {
  /** A confirmed priority class, or the reason why the case is urgent. */
  priority: z.optional(z.string()),
  /** By the rule of the post at acceptance: 0 is urgent, none comes last. */
  rank: z.optional(z.int()),
  /** Counts instead of the submission, once offers were let go too often. */
  placedAt: z.optional(Instant),
  /** The citizen waits for the holder of the post, and would not meet a stand-in. */
  forHolder: z.optional(z.literal(true)),
};

/**
 * The life of a request, one variant a stage; a field exists exactly from the stage that gives it.
 * `transitions.ts` says which stage may follow which.
 */
export const Request = z.discriminatedUnion('status', [
  z.extend(Always, { ...Declaring, status: z.literal('submitted') }),
  z.extend(Always, { ...Declaring, status: z.literal('needs-info'), triageDaysLeft: z.int() }),
  z.extend(Always, { ...Declaring, status: z.literal('answered') }),
  z.extend(Always, { ...Declaring, status: z.literal('declined'), reasonCode: z.string() }),
  z.extend(Always, { ...Queued, status: z.literal('waiting'), acceptedAt: Instant, promised: Deadline }),
  z.extend(Always, {
    ...Queued,
    status: z.literal('offered'),
    acceptedAt: Instant,
    promised: Deadline,
    offered: z.array(Appointment),
    /** Held after a closure in place of a turn that was given: who says nothing has it. */
    silenceKeeps: z.optional(z.literal(true)),
  }),
  z.extend(Always, {
    ...Queued,
    status: z.literal('scheduled'),
    appointment: Appointment,
    reminders: z.array(Instant),
  }),
  z.extend(Always, { status: z.literal('met'), appointment: z.optional(Appointment), metAt: Instant }),
  z.extend(Always, { status: z.literal('in-follow-up'), metAt: Instant }),
  z.extend(Always, { status: z.literal('awaiting-confirmation'), metAt: Instant }),
  z.extend(Always, {
    status: z.literal('closed'),
    closedAt: Instant,
    metAt: z.optional(Instant),
    reason: z.enum(CLOSING_REASONS),
    objectionUntil: z.optional(Deadline),
    /** Asked once more, long after, the citizen said that it is. */
    stillDone: z.optional(z.literal(true)),
  }),
]);
export type Request = z.infer<typeof Request>;
export type Status = Request['status'];
export type At<S extends Status> = Extract<Request, { status: S }>;

export const STATUSES = [
  'submitted',
  'needs-info',
  'answered',
  'declined',
  'waiting',
  'offered',
  'scheduled',
  'met',
  'in-follow-up',
  'awaiting-confirmation',
  'closed',
] as const satisfies readonly Status[];
