import type { Clock } from '../../domain/ports/clock.ts';
import type { Slots } from '../../domain/ports/sessions.ts';
import { isFree, isHeldBy, type Slot } from '../../domain/slot.ts';

/** Claims the first of these slots that is free, for so long that nobody else gets it while silence may keep it. */
export const claimNext = async (
  request: string,
  room: readonly Slot[],
  city: string,
  { slots, clock }: { readonly slots: Slots; readonly clock: Clock },
): Promise<Slot | undefined> => {
  const at = clock.now();
  for (const known of room) {
    const slot = await slots.find(city, known.id);
    if (!slot || !(isFree(slot, at) || isHeldBy(slot, request))) continue;
    const held = await slots.hold(city, slot.id, request, { at, until: slot.startsAt });
    if (held.agreed) return held.value;
  }
  return undefined;
};
