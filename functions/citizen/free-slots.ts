import type { Clock } from '../../domain/ports/clock.ts';
import type { Sessions, Slots } from '../../domain/ports/sessions.ts';
import { isOpen, type Session } from '../../domain/session.ts';
import { isFree, type Slot } from '../../domain/slot.ts';

export type FreeSlotsNeeds = { readonly sessions: Sessions; readonly slots: Slots; readonly clock: Clock };

const MOST_SESSIONS = 12;

/** The published sessions ahead of an official, each with the turns that a citizen may take: no held, no kept, no just released ones. */
export const freeSlots = async (
  city: string,
  official: string,
  { sessions, slots, clock }: FreeSlotsNeeds,
): Promise<{ session: Session; free: Slot[] }[]> => {
  const at = clock.now();
  const ahead = await sessions.list(city, official, at, MOST_SESSIONS);
  return Promise.all(
    ahead
      .filter((session) => isOpen(session, at))
      .map(async (session) => {
        const all = await slots.of(session);
        return { session, free: all.filter((slot) => slot.kind === 'regular' && isFree(slot, at)) };
      }),
  );
};
