import type { Change, Context } from '../../domain/change.ts';
import { policiesOf } from '../../domain/office.ts';
import { type Outcome, type Refused, refuse, refuseField } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import { isHeldBy, type Slot } from '../../domain/slot.ts';
import { type Instant, later, plusMinutes, toMillis } from '../../domain/time.ts';
import { canBeTaken, type DecisionName } from '../../domain/transitions.ts';
import { wrongState } from '../../domain/triage.ts';
import { viewSlot } from '../city-view.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn, type OwnCall } from './decide-own.ts';
import { type FreeSlotsNeeds, freeSlots } from './free-slots.ts';
import { ownRequest } from './own-request.ts';

export type TakeSlotNeeds = DecisionNeeds & FreeSlotsNeeds;

type SlotCall = OwnCall & { readonly body: { readonly slot: string } };
type SlotRule = (request: Request, slot: Slot, context: Context) => Outcome<Change>;

const NEAREST = 3;

/**
 * Takes a slot for a request: holds it first by one conditional write, then decides, and lets it go again if the decision
 * refuses. Whoever comes too late is told the nearest turns that are still free.
 */
export const takeSlot = async (
  call: SlotCall,
  { decision, rule }: { decision: DecisionName; rule: SlotRule },
  needs: TakeSlotNeeds,
): ReturnType<typeof decideOwn> => {
  const own = await ownRequest(call.city, call.params.id, call.caller, needs.requests)();
  if (!own.agreed) return own;
  const request = own.value;
  if (!canBeTaken(decision, request.status)) return wrongState(request);
  const slot = await needs.slots.find(call.city, call.body.slot);
  if (!slot || slot.official !== request.official) return refuseField('slot', 'unknown');

  const decideWith = (held: Slot) => decideOwn(call, (current, context) => rule(current, held, context), needs);
  const isOwn = isHeldBy(slot, request.id);
  // The request's own turn: there is nothing to hold, and the rule will say so.
  if (isOwn && slot.holdUntil === undefined) return decideWith(slot);
  if (!isOwn && slot.kind !== 'regular') return gone(call, slot, needs);
  const held = await needs.slots.hold(call.city, slot.id, request.id, holdTimes(call, request, slot, needs));
  if (!held.agreed) return held.reason === 'slot-gone' ? gone(call, slot, needs) : held;

  const decided = await decideWith(held.value);
  if (decided.agreed) return decided;
  if (!isOwn) await needs.slots.release(call.city, slot.id, request.id);
  return decided.reason === 'slot-gone' ? gone(call, slot, needs) : decided;
};

/** Never shorter than an offer that holds it already. */
const holdTimes = ({ office }: OwnCall, request: Request, slot: Slot, { clock }: TakeSlotNeeds) => {
  const at: Instant = clock.now();
  const until = plusMinutes(at, policiesOf(office, request.unit).formHoldMinutes);
  return { at, until: isHeldBy(slot, request.id) ? later(until, slot.holdUntil ?? until) : until };
};

const gone = async (call: OwnCall, slot: Slot, needs: TakeSlotNeeds): Promise<Refused> => {
  const ahead = await freeSlots(call.city, slot.official, needs);
  const distance = (other: Slot) => Math.abs(toMillis(other.startsAt) - toMillis(slot.startsAt));
  const nearest = ahead
    .flatMap(({ free }) => free)
    .filter((other) => other.id !== slot.id)
    .toSorted((a, b) => distance(a) - distance(b) || a.startsAt.localeCompare(b.startsAt));
  return refuse('slot-gone', { nearest: nearest.slice(0, NEAREST).map((other) => viewSlot(other, call)) });
};
