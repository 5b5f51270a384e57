import type { Slot } from './slot.ts';
import { type Instant, plusMinutes } from './time.ts';

export type Span = { readonly startsAt: Instant; readonly endsAt: Instant };

export const overlap = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** Turns one after the other from the start on; one that would reach into a break begins after it. */
export const turnTimes = (session: Span, slotMinutes: number, breaks: readonly Span[] = []): Span[] => {
  const times: Span[] = [];
  for (let startsAt = session.startsAt; ; ) {
    const turn = { startsAt, endsAt: plusMinutes(startsAt, slotMinutes) };
    if (turn.endsAt > session.endsAt) return times;
    const pause = breaks.find((one) => overlap(one, turn));
    if (!pause) times.push(turn);
    startsAt = pause ? pause.endsAt : turn.endsAt;
  }
};

/** What the slots of a session are made from. */
type Slotted = Span & {
  readonly city: string;
  readonly id: string;
  readonly official: string;
  readonly slotMinutes: number;
  readonly slots: number;
  readonly breaks?: readonly Span[] | undefined;
  readonly publishesAt?: Instant | undefined;
};

export type Shares = { readonly urgentSlots: number; readonly walkInSlots: number };

/**
 * The slots of a session. Its last ones are kept for urgent cases and walk-ins, unless nothing else were left. Before the
 * session is published nobody can have one.
 */
export const slotsOf = (session: Slotted, { urgentSlots, walkInSlots }: Shares): Slot[] =>
  turnTimes(session, session.slotMinutes, session.breaks).map((times, index) => {
    const fromTheEnd = session.slots - 1 - index;
    const kept = fromTheEnd < walkInSlots ? 'walk-in' : fromTheEnd < walkInSlots + urgentSlots ? 'urgent' : 'regular';
    return {
      ...{ city: session.city, id: slotId(session.id, index + 1), session: session.id, official: session.official },
      ...{ number: index + 1, kind: session.slots > walkInSlots + urgentSlots ? kept : 'regular' },
      ...times,
      ...(session.publishesAt !== undefined && { freeFrom: session.publishesAt }),
    };
  });

const slotId = (session: string, number: number): string => `${session}-${String(number).padStart(2, '0')}`;

export const slotIdsOf = (session: Pick<Slotted, 'id' | 'slots'>): string[] =>
  Array.from({ length: session.slots }, (_, index) => slotId(session.id, index + 1));
