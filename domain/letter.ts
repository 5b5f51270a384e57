import * as z from 'zod/mini';
import type { Owner } from './owner.ts';
import { type ClosingReason, STATUSES, type Status } from './request.ts';
import { Instant } from './time.ts';

/** Everything the office writes by itself; each has a text in every language of the house (see `adapters/letters/`). */
export const LETTERS = [
  'submitted',
  'question',
  'answered',
  'declined',
  'referred',
  'referred-out',
  'accepted',
  'offered',
  'offer-lapsed',
  'scheduled',
  'moved',
  'earlier-offered',
  'cancelled',
  'session-cancelled',
  'stand-in',
  'reminder',
  'last-reminder',
  'turn-near',
  'host-absent',
  'no-show-rebooked',
  'outcome',
  'order-reported',
  'order-renewed',
  'order-handed-over',
  'order-question',
  'order-barred',
  'please-confirm',
  'message',
  'withdrawn',
  'merged',
  'closed',
  'still-done',
  'reopened',
  'corrected',
  'closure',
  'deadline-moved',
  'escalated',
  'outcome-due',
] as const;
export type LetterTemplate = (typeof LETTERS)[number];

/**
 * A letter is written in the transaction of the decision that causes it, so it exists exactly once; it is sent later, and
 * only while what it says still holds. It carries instants and ids, never a name or an address: those are read at sending.
 */
export type Letter = {
  readonly template: LetterTemplate;
  readonly to: 'applicant' | Owner;
  readonly facts: Readonly<Record<string, string>>;
  readonly validWhile: ValidWhile;
  /** For the staff: it waits until their office opens, and is told in one message with all that came to them (`gathered-letter.ts`). */
  readonly gatheredAt?: Instant | undefined;
  /** Not before that; at once if absent. */
  readonly sendAt?: Instant | undefined;
};

/** In which stages, for which turn and until when something is worth saying. */
export const ValidWhile = z.object({
  statuses: z.exactOptional(z.readonly(z.array(z.enum(STATUSES)))),
  appointment: z.exactOptional(z.int()),
  before: z.exactOptional(Instant),
  /** While the closing of that moment stands. */
  closedAt: z.exactOptional(Instant),
});
export type ValidWhile = Readonly<z.infer<typeof ValidWhile>>;

export const letter = (
  template: LetterTemplate,
  to: Letter['to'],
  facts: Letter['facts'] = {},
  validWhile: ValidWhile = {},
): Letter => ({ template, to, facts, validWhile });

/** Is what the letter says still so? Asked once more just before it is sent. Of merged requests only the other one is told of. */
export const stillHolds = (
  validWhile: ValidWhile,
  request: {
    readonly status: Status;
    readonly reason?: ClosingReason | undefined;
    readonly closedAt?: Instant | undefined;
    readonly appointment?: { readonly number: number } | undefined;
  },
  now: Instant,
): boolean =>
  request.reason !== 'duplicate' &&
  (validWhile.closedAt === undefined || validWhile.closedAt === request.closedAt) &&
  (validWhile.statuses === undefined || validWhile.statuses.includes(request.status)) &&
  (validWhile.appointment === undefined || validWhile.appointment === request.appointment?.number) &&
  (validWhile.before === undefined || now < validWhile.before);
