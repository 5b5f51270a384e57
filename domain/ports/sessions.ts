import type { Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import type { Slot } from '../slot.ts';
import type { Instant } from '../time.ts';

/** Sessions of officials, and the slots that belong to them. */
export type Sessions = {
  find(city: string, id: string): Promise<Session | undefined>;
  list(city: string, official: string, from: Instant, limit: number): Promise<readonly Session[]>;
  /** Refused with `already-recorded` if its id exists, `changed-meanwhile` if the official has another one planned as the nth of its day. */
  add(session: Session, slots: readonly Slot[]): Promise<Outcome<Session>>;
  replace(session: Session): Promise<Outcome<Session>>;
};

/** Slots: a claim is one conditional write on one item, and ten thousand contenders have one winner. */
export type Slots = {
  find(city: string, id: string): Promise<Slot | undefined>;
  of(session: Session): Promise<readonly Slot[]>;
  /** Refused with `slot-gone` unless the slot is free or held by this request already. */
  hold(city: string, slot: string, request: string, times: { at: Instant; until: Instant }): Promise<Outcome<Slot>>;
  /** Ends a hold that never became a turn; nothing happens if the request does not hold it, or holds it for good. */
  release(city: string, slot: string, request: string): Promise<void>;
  /** Closes a slot of a cancelled session; refused with `slot-gone` if it was taken meanwhile. */
  close(city: string, slot: string, at: Instant): Promise<Outcome<void>>;
};
