import type { Permission } from '../../domain/access.ts';
import type { Change, Context } from '../../domain/change.ts';
import { policiesOf } from '../../domain/office.ts';
import { agree, type Outcome, refuseField } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import type { Slot } from '../../domain/slot.ts';
import { plusMinutes } from '../../domain/time.ts';
import type { By } from '../../domain/timeline.ts';
import type { DecisionNeeds } from '../decide.ts';
import { type HoldingNeeds, whileHolding } from '../while-holding.ts';
import { byStaff, decideForUnit, type UnitCall } from './decide-for-unit.ts';
import { unitRequest } from './unit-request.ts';

export type TakeSlotNeeds = DecisionNeeds & HoldingNeeds;

type SlotRule = (request: Request, slot: Slot, context: Context, why?: string | undefined) => Outcome<Change>;

/** Gives a request a slot: asks the rule first, then holds the slot, then decides. */
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
  const until = plusMinutes(at, policiesOf(office, request.unit).formHoldMinutes);
  const act = () => decideForUnit(call, permission, (now, context) => given(now, slot, context), needs, by, request);
  return whileHolding([slot], { request, until }, act, needs);
};

type SlotWish = {
  readonly slot: string;
  readonly permission: Permission;
  readonly rule: SlotRule;
  /** The reason code, where the rule needs one. */
  readonly why?: (request: Request, slot: Slot, context: Context) => Promise<Outcome<string | undefined>>;
  readonly by?: By;
};
