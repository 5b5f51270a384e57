import * as z from 'zod/mini';
import { Owner } from './owner.ts';
import { Instant } from './time.ts';
import { Deadline, DeadlineSum } from './working-time.ts';

/** A rectangle of the scanned page that an order was cut from, in thousandths of the page's width and height. */
export const ScanBox = z.object({
  document: z.string(),
  page: z.int().check(z.minimum(1)),
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
});

/** What shows that an order was carried out: a letter's number, a document, or both. */
export const Proof = z.object({
  letterNumber: z.optional(z.string()),
  document: z.optional(z.string()),
  note: z.optional(z.string()),
});
export type Proof = z.infer<typeof Proof>;

export const ORDER_STATUSES = ['open', 'reported-done', 'confirmed', 'legally-barred'] as const;

/**
 * One instruction of the official. `rung` counts how far it has climbed: 0 is the owning unit, and an overdue or disputed
 * order stands higher. `climbsAt` is set while it is open: the instant at which it moves one rung up if nobody acts.
 */
export const Order = z.object({
  number: z.int(),
  text: z.string(),
  official: z.string(),
  holder: z.optional(z.string()),
  unit: z.string(),
  owner: Owner,
  status: z.enum(ORDER_STATUSES),
  issuedAt: Instant,
  due: Deadline,
  rung: z.int(),
  climbsAt: z.optional(Instant),
  /** How `climbsAt` was counted, once the order has left its first rung; before that it is the due date. */
  rungSum: z.optional(DeadlineSum),
  overdueSince: z.optional(Instant),
  disputes: z.int(),
  renewals: z.int(),
  renewalReason: z.optional(z.string()),
  proof: z.optional(Proof),
  reportedAt: z.optional(Instant),
  legalGround: z.optional(z.string()),
  barObjected: z.optional(z.boolean()),
  settledAt: z.optional(Instant),
  silently: z.optional(z.boolean()),
  box: z.optional(ScanBox),
  /** The document that shows this order alone, cut from the scan; its owner may see it. */
  cut: z.optional(z.string()),
  sharedWithOwner: z.optional(z.boolean()),
});
export type Order = z.infer<typeof Order>;

export const isOpen = (order: Order): boolean => order.status === 'open';
export const isSettled = (order: Order): boolean => order.status === 'confirmed' || order.status === 'legally-barred';

/** The open order that presses most: the one that climbs first. */
export const mostUrgent = (orders: readonly Order[]): Order | undefined =>
  orders
    .filter(isOpen)
    .toSorted((a, b) => (a.climbsAt ?? '').localeCompare(b.climbsAt ?? '') || a.number - b.number)[0];
