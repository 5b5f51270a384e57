import { heldSlots } from '../domain/held-slots.ts';
import { type Outcome, refuse } from '../domain/outcome.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Requests } from '../domain/ports/requests.ts';
import type { Slots } from '../domain/ports/sessions.ts';
import type { Request } from '../domain/request.ts';
import { isFree, isFreeForQueue, isHeldBy, type Slot } from '../domain/slot.ts';
import { type Instant, later } from '../domain/time.ts';

export type HoldingNeeds = {
  readonly slots: Slots;
  readonly requests: Pick<Requests, 'find'>;
  readonly clock: Clock;
};

/**
 * Holds slots for a request, each by one conditional write, while `act` decides. What the request did not hold before is
 * let go again if one of them is gone or `act` refuses; an earlier hold is made longer, never shorter. A slot that was read as
 * taken costs no write: most of a crowd comes too late, and must not keep the winners' writes waiting.
 */
export const whileHolding = async <Value>(
  wanted: readonly Slot[],
  { request, until, forQueue = false }: { request: Request; until: Instant; forQueue?: boolean },
  act: () => Promise<Outcome<Value>>,
  { slots, requests, clock }: HoldingNeeds,
): Promise<Outcome<Value>> => {
  const at = clock.now();
  const isThere = forQueue ? isFreeForQueue : isFree;
  const gone = wanted.find((slot) => !isHeldBy(slot, request.id) && !isThere(slot, at));
  if (gone) return refuse('slot-gone', { slot: gone.id });
  const fresh: Slot[] = [];
  const letGo = async () => {
    if (fresh.length === 0) return;
    // Somebody else may have given the request one of them at the same moment: that one it keeps.
    const now = await requests.find(request.city, request.id);
    const kept = now ? heldSlots(now) : [];
    for (const slot of fresh) {
      if (!kept.includes(slot.id)) await slots.release(request.city, slot.id, request.id);
    }
  };
  for (const slot of wanted) {
    const isOwn = isHeldBy(slot, request.id);
    const longest = isOwn ? later(until, slot.holdUntil ?? until) : until;
    const held = await slots.hold(request.city, slot.id, request.id, { at, until: longest, forQueue });
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
