import * as z from 'zod/mini';
import { CITIZEN, Owner } from './owner.ts';
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

/** What the citizen must tell or do first. Until it has ended, by an answer or by its limit, the order's clock stands still. */
export const Question = z.object({
  text: z.string(),
  askedAt: Instant,
  until: Deadline,
  /** Working days that were left to the due date or, once overdue, on the rung. */
  daysLeft: z.int(),
  endedAt: z.optional(Instant),
  answer: z.optional(z.string()),
  documents: z.optional(z.array(z.string())),
});
export type Question = z.infer<typeof Question>;

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
  /** Who holds the deadlines of a body outside the city: its liaison unit. */
  desk: z.optional(z.string()),
  /** Units that had the order before it was handed over; they keep reading it. */
  formerUnits: z.optional(z.array(z.string())),
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
  /** What the official wants to see as proof. */
  proofWanted: z.optional(z.string()),
  proof: z.optional(Proof),
  /** What is left to do of an order that was partly done, in the citizen's words. */
  remains: z.optional(z.string()),
  questions: z.optional(z.array(Question)),
  reportedAt: z.optional(Instant),
  legalGround: z.optional(z.string()),
  barObjected: z.optional(z.boolean()),
  settledAt: z.optional(Instant),
  silently: z.optional(z.boolean()),
  box: z.optional(ScanBox),
  sharedWithOwner: z.optional(z.boolean()),
});
export type Order = z.infer<typeof Order>;

export const isOpen = (order: Order): boolean => order.status === 'open';
export const isSettled = (order: Order): boolean => order.status === 'confirmed' || order.status === 'legally-barred';

/** The question that an order waits for. */
export const openQuestion = ({ status, questions }: Pick<Order, 'status' | 'questions'>): Question | undefined =>
  status === 'open' ? questions?.find(({ endedAt }) => endedAt === undefined) : undefined;

export const ORDER_STATES = [...ORDER_STATUSES, 'waits-for-citizen'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const orderStateOf = (order: Order): OrderState => (openQuestion(order) ? 'waits-for-citizen' : order.status);

/** Acts on an order by the states in which they can be done; what is not listed is refused as `wrong-state`. */
const ORDER_ACTS = {
  report: ['open', 'waits-for-citizen'],
  renew: ['open'],
  bar: ['open', 'waits-for-citizen'],
  'hand-over': ['open'],
  ask: ['open'],
  answer: ['waits-for-citizen'],
  confirm: ['reported-done'],
  dispute: ['reported-done', 'legally-barred'],
} as const satisfies Record<string, readonly OrderState[]>;
export type OrderAct = keyof typeof ORDER_ACTS;

export const canBeDone = (act: OrderAct, order: Order): boolean =>
  (ORDER_ACTS[act] as readonly OrderState[]).includes(orderStateOf(order));

export const orderActsOf = (order: Order): OrderAct[] =>
  (Object.keys(ORDER_ACTS) as OrderAct[]).filter((act) => canBeDone(act, order));

/** How much of an order that was reported done was not done. */
export const UNDONE = ['partly', 'not-done'] as const;
export type Undone = (typeof UNDONE)[number];

/** The unit at whose desk an order lies. */
export const deskOfOrder = ({ desk, unit }: Pick<Order, 'desk' | 'unit'>): string => desk ?? unit;

/** Who must act next on an open order: whoever holds it or, while they wait for an answer, the citizen. */
export const nextOn = (order: Order): Owner => (openQuestion(order) ? CITIZEN : order.owner);

/** The instant at which an open order moves on if nobody acts, with the sum that says why then. */
export const deadlineOf = (order: Order): Deadline => {
  const { due, climbsAt, overdueSince, rungSum } = order;
  const question = openQuestion(order);
  if (question) return question.until;
  if (overdueSince === undefined || climbsAt === undefined) return { ...due, at: climbsAt ?? due.at };
  return { at: climbsAt, sum: rungSum ?? due.sum };
};

/** The open order that presses most: the one that climbs first. */
export const mostUrgent = (orders: readonly Order[]): Order | undefined =>
  orders
    .filter(isOpen)
    .toSorted((a, b) => (a.climbsAt ?? '').localeCompare(b.climbsAt ?? '') || a.number - b.number)[0];
