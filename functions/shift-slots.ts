import type { Slots } from '../domain/ports/sessions.ts';
import type { Session } from '../domain/session.ts';
import { turnTimes } from '../domain/session-slots.ts';
import type { Slot } from '../domain/slot.ts';
import type { Instant } from '../domain/time.ts';

/** Puts every slot of a session where its turn is now, whoever has it; done again, it changes nothing. */
export const shiftSlots = async (session: Session, at: Instant, slots: Slots): Promise<readonly Slot[]> => {
  const times = turnTimes(session, session.slotMinutes, session.breaks);
  const { publishesAt } = session;
  const opensAt = publishesAt !== undefined && publishesAt > at ? publishesAt : undefined;
  const shifted: Slot[] = [];
  for (const slot of await slots.of(session)) {
    const { freeFrom, ...rest } = slot;
    const from = opensAt ?? freeFrom;
    const now = { ...rest, ...times[slot.number - 1], ...(from !== undefined && { freeFrom: from }) };
    if (now.startsAt !== slot.startsAt) await slots.shift(now);
    shifted.push(now);
  }
  return shifted;
};
