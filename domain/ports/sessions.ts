import type { Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import type { Slot } from '../slot.ts';
import type { Instant, LocalDate } from '../time.ts';

/** Sessions of officials, and the slots that belong to them. */
export type Sessions = {
  find(city: string, id: string): Promise<Session | undefined>;
  list(city: string, official: string, from: Instant, limit: number): Promise<readonly Session[]>;
  /** All that were ever put on that day, once for each time; who plans another one there must have seen them all. */
  onDay(city: string, of: DayOf, on: LocalDate): Promise<readonly Session[]>;
  /** Those of that day at which this post sits in. */
  attendedBy(city: string, post: string, on: LocalDate): Promise<readonly Session[]>;
  /**
   * Refused with `already-recorded` if its id exists, `changed-meanwhile` if the official or the venue has another one
   * planned as the nth of its day.
   */
  add(session: Session, slots: readonly Slot[]): Promise<Outcome<Session>>;
  replace(session: Session): Promise<Outcome<Session>>;
  /** Replaces a session that lies elsewhere now, or has other attendees; refused as `add` is. */
  rearrange(before: Session, after: Session): Promise<Outcome<Session>>;
};

/** Whose day it is. */
export type DayOf = { readonly official: string } | { readonly venue: string };

/** Slots: a claim is one conditional write on one item, and ten thousand contenders have one winner. */
export type Slots = {
  find(city: string, id: string): Promise<Slot | undefined>;
  of(session: Session): Promise<readonly Slot[]>;
  /** Refused with `slot-gone` unless the slot is free or held by this request already. */
  hold(city: string, slot: string, request: string, hold: Hold): Promise<Outcome<Slot>>;
  /** Ends a hold that never became a turn; nothing happens if the request does not hold it, or holds it for good. */
  release(city: string, slot: string, request: string): Promise<void>;
  /** Closes a slot of a cancelled session; refused with `slot-gone` if it was taken meanwhile. */
  close(city: string, slot: string, at: Instant): Promise<Outcome<void>>;
  /** Opens a slot that was to become free later; nothing happens to one that is held. */
  open(city: string, slot: string, at: Instant): Promise<void>;
  /** Moves a slot with its session, whoever has it. */
  shift(slot: Pick<Slot, 'city' | 'id' | 'startsAt' | 'endsAt' | 'freeFrom'>): Promise<void>;
};

/** A claim of a slot: when, until when, and whether for the head of the queue, to whom it is open first. */
export type Hold = { readonly at: Instant; readonly until: Instant; readonly forQueue?: boolean | undefined };
