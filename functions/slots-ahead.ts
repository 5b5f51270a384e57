import type { Sessions, Slots } from '../domain/ports/sessions.ts';
import { isOpen } from '../domain/session.ts';
import type { Slot } from '../domain/slot.ts';
import type { Instant } from '../domain/time.ts';

/** A turn, and who receives people in it while the official is away. */
export type AheadSlot = Slot & { readonly standIn?: string | undefined };

const MOST_SESSIONS = 12;

/** The regular turns of an official in the open sessions ahead, earliest first, whoever has them. */
export const slotsAhead = async (
  { city, official, at }: { readonly city: string; readonly official: string; readonly at: Instant },
  { sessions, slots }: { readonly sessions: Sessions; readonly slots: Slots },
): Promise<AheadSlot[]> => {
  const ahead = await sessions.list(city, official, at, MOST_SESSIONS);
  const all = await Promise.all(
    ahead
      .filter((session) => isOpen(session, at))
      .map(async (session) => (await slots.of(session)).map((slot) => ({ ...slot, standIn: session.standIn }))),
  );
  return all
    .flat()
    .filter(({ kind, startsAt }) => kind === 'regular' && startsAt > at)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id));
};
