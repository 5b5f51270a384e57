import type { Change, Context } from '../../domain/change.ts';
import { policiesOf } from '../../domain/office.ts';
import { type Outcome, type Refused, refuse, refuseField } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import { isHeldBy, type Slot } from '../../domain/slot.ts';
import { plusMinutes, toMillis } from '../../domain/time.ts';
import { viewSlot } from '../city-view.ts';
import type { DecisionNeeds } from '../decide.ts';
import { whileHolding } from '../while-holding.ts';
import { decideOwn, type OwnCall } from './decide-own.ts';
import { type FreeSlotsNeeds, freeSlots } from './free-slots.ts';
import { ownRequest } from './own-request.ts';

export type TakeSlotNeeds = DecisionNeeds & FreeSlotsNeeds;

type SlotCall = OwnCall & { readonly body: { readonly slot: string } };
type SlotRule = (request: Request, slot: Slot, context: Context) => Outcome<Change>;

/**
 * Takes a slot for a request: asks the rule first, then holds the slot by one conditional write, then decides, and lets it go
 * again if the decision refuses. Whoever comes too late is told the nearest turns that are still free.
 */
export const takeSlot = async (call: SlotCall, rule: SlotRule, needs: TakeSlotNeeds): ReturnType<typeof decideOwn> => {
  const own = await ownRequest(call.city, call.params.id, call.caller, needs.requests)();
  if (!own.agreed) return own;
  const slot = await needs.slots.find(call.city, call.body.slot);
  if (!slot) return refuseField('slot', 'unknown');
  const taken = await take(call, { request: own.value, slot, rule }, needs);
  return !taken.agreed && taken.reason === 'slot-gone' ? gone(call, slot, needs) : taken;
};

const take = async (
  call: SlotCall,
  { request, slot, rule }: { request: Request; slot: Slot; rule: SlotRule },
  needs: TakeSlotNeeds,
): ReturnType<typeof decideOwn> => {
  const at = needs.clock.now();
  const possible = rule(request, slot, { at, by: { actor: 'citizen' }, office: call.office });
  if (!possible.agreed) return possible;
  // Urgent and walk-in turns are the staff's to give, or to offer.
  if (slot.kind !== 'regular' && !isHeldBy(slot, request.id)) return refuse('slot-gone');
  const until = plusMinutes(at, policiesOf(call.office, request.unit).formHoldMinutes);
  const act = () => decideOwn(call, (current, context) => rule(current, slot, context), needs);
  return whileHolding([slot], { request, until }, act, needs);
};

const NEAREST = 3;

const gone = async (call: OwnCall, slot: Slot, needs: TakeSlotNeeds): Promise<Refused> => {
  const ahead = await freeSlots(call.city, slot.official, needs);
  const distance = (other: Slot) => Math.abs(toMillis(other.startsAt) - toMillis(slot.startsAt));
  const nearest = ahead
    .flatMap(({ free }) => free)
    .filter((other) => other.id !== slot.id)
    .toSorted((a, b) => distance(a) - distance(b) || a.startsAt.localeCompare(b.startsAt));
  return refuse('slot-gone', { nearest: nearest.slice(0, NEAREST).map((other) => viewSlot(other, call)) });
};
