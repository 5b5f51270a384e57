import { type Outcome, refuse } from '../domain/outcome.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Slots } from '../domain/ports/sessions.ts';
import type { Request } from '../domain/request.ts';
import { isFree, isHeldBy, type Slot } from '../domain/slot.ts';
import { type Instant, later } from '../domain/time.ts';

export type HoldingNeeds = { readonly slots: Slots; readonly clock: Clock };

/**
 * Holds slots for a request, each by one conditional write, while `act` decides. What the request did not hold before is
 * let go again if one of them is gone or `act` refuses; an earlier hold is made longer, never shorter. A slot that was read as
 * taken costs no write: most of a crowd comes too late, and must not keep the winners' writes waiting.
 */
export const whileHolding = async <Value>(
  wanted: readonly Slot[],
  { request, until }: { request: Request; until: Instant },
  act: () => Promise<Outcome<Value>>,
  { slots, clock }: HoldingNeeds,
): Promise<Outcome<Value>> => {
  const at = clock.now();
  const gone = wanted.find((slot) => !isHeldBy(slot, request.id) && !isFree(slot, at));
  if (gone) return refuse('slot-gone', { slot: gone.id });
  const fresh: Slot[] = [];
  const letGo = async () => {
    for (const slot of fresh) await slots.release(request.city, slot.id, request.id);
  };
  for (const slot of wanted) {
    const isOwn = isHeldBy(slot, request.id);
    const longest = isOwn ? later(until, slot.holdUntil ?? until) : until;
    const held = await slots.hold(request.city, slot.id, request.id, { at, until: longest });
    if (!held.agreed) {
      await letGo();
      return held;
    }
    if (!isOwn) fresh.push(slot);
  }
  const done = await act();
  if (!done.agreed) await letGo();
  return done;
};
