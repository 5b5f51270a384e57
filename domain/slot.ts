import * as z from 'zod/mini';
import { Instant } from './time.ts';

export const SLOT_KINDS = ['regular', 'urgent', 'walk-in'] as const;

/**
 * One bookable time of a session. Its item is the only place where a claim is decided: `holder` is the request that has
 * it, until `holdUntil`, or for good once that is gone.
 */
export const Slot = z.object({
  city: z.string(),
  id: z.string(),
  session: z.string(),
  official: z.string(),
  number: z.int(),
  kind: z.enum(SLOT_KINDS),
  startsAt: Instant,
  endsAt: Instant,
  holder: z.optional(z.string()),
  holdUntil: z.optional(Instant),
  /** A slot that was given back is offered again only from this moment on, so that turns cannot be traded. */
  freeFrom: z.optional(Instant),
  /** Until then it is for the queue alone; later for anyone who may pick. */
  openFrom: z.optional(Instant),
});
export type Slot = z.infer<typeof Slot>;

/** Somebody has it for good, or holds it still. */
export const isTaken = (slot: Slot, at: Instant): boolean =>
  slot.holder !== undefined && (slot.holdUntil === undefined || slot.holdUntil > at);

/** Free for the heads of the queue. */
export const isFreeForQueue = (slot: Slot, at: Instant): boolean =>
  slot.startsAt > at && !isTaken(slot, at) && (slot.freeFrom === undefined || slot.freeFrom <= at);

/** Free for anyone who may pick a turn. */
export const isFree = (slot: Slot, at: Instant): boolean =>
  isFreeForQueue(slot, at) && (slot.openFrom === undefined || slot.openFrom <= at);

export const isHeldBy = (slot: Slot, request: string): boolean => slot.holder === request;
