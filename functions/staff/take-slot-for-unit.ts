import type { Permission } from '../../domain/access.ts';
import type { Change, Context } from '../../domain/change.ts';
import { agree, type Outcome, refuse, refuseField } from '../../domain/outcome.ts';
import type { Slots } from '../../domain/ports/sessions.ts';
import type { Request } from '../../domain/request.ts';
import { isFree, isHeldBy, type Slot } from '../../domain/slot.ts';
import type { By } from '../../domain/timeline.ts';
import type { DecisionNeeds } from '../decide.ts';
import { byStaff, decideForUnit, type UnitCall } from './decide-for-unit.ts';
import { unitRequest } from './unit-request.ts';

export type TakeSlotNeeds = DecisionNeeds & { readonly slots: Pick<Slots, 'find'> };

type SlotRule = (request: Request, slot: Slot, context: Context, why?: string | undefined) => Outcome<Change>;

/** Gives a request a slot: the decision takes it. A slot that was read as taken costs no write. */
export const takeSlotForUnit = async (
  call: UnitCall,
  { slot: id, permission, rule, why, by = byStaff(call.caller) }: SlotWish,
  needs: TakeSlotNeeds,
): ReturnType<typeof decideForUnit> => {
  const { city, office, params } = call;
  const read = await unitRequest({ ...call, id: params.id }, permission, needs.requests)();
  if (!read.agreed) return read;
  const slot = await needs.slots.find(city, id);
  if (!slot) return refuseField('slot', 'unknown');
  const request = read.value;
  const at = needs.clock.now();
  const reason = why ? await why(request, slot, { at, by, office }) : agree(undefined);
  if (!reason.agreed) return reason;
  const given: SlotRule = (now, wanted, context) => rule(now, wanted, context, reason.value);
  const possible = given(request, slot, { at, by, office });
  if (!possible.agreed) return possible;
  if (!isHeldBy(slot, request.id) && !isFree(slot, at)) return refuse('slot-gone', { slot: id });
  return decideForUnit(call, permission, (now, context) => given(now, slot, context), needs, by, request);
};

type SlotWish = {
  readonly slot: string;
  readonly permission: Permission;
  readonly rule: SlotRule;
  /** The reason code, where the rule needs one. */
  readonly why?: (request: Request, slot: Slot, context: Context) => Promise<Outcome<string | undefined>>;
  readonly by?: By;
};
