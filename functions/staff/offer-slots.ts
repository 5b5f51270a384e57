import type { offerSlots } from '../../contract/staff/turn.ts';
import type { Context } from '../../domain/change.ts';
import { offer } from '../../domain/offers.ts';
import { refuseField } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { type HoldingNeeds, whileHolding } from '../while-holding.ts';
import { byStaff, decideForUnit } from './decide-for-unit.ts';
import { reasonToPass } from './reason-to-pass.ts';
import { unitRequest } from './unit-request.ts';

/** Every slot is held until the offer's end before the offer is written, so that nobody is offered what is gone. */
export const answer: Answer<typeof offerSlots, DecisionNeeds & HoldingNeeds> = async (call, needs) => {
  const { city, office, caller, params, body } = call;
  const read = await unitRequest({ ...call, id: params.id }, 'give-turns', needs.requests)();
  if (!read.agreed) return read;
  const found = await Promise.all(body.slots.map((id) => needs.slots.find(city, id)));
  const slots = found.flatMap((slot) => slot ?? []);
  if (slots.length < found.length) return refuseField('slots', 'unknown');

  const context = { at: needs.clock.now(), by: byStaff(caller), office };
  const why = await reasonToPass(read.value, { slots, reason: body.reason }, context, needs);
  if (!why.agreed) return why;
  const rule = (request: Request, now: Context) => offer(request, slots, now, why.value);
  const possible = rule(read.value, context);
  if (!possible.agreed) return possible;
  const holding = { request: read.value, until: possible.value.after.deadline.at };
  const act = () => decideForUnit(call, 'give-turns', rule, needs);
  return whileHolding(slots, holding, act, needs);
};
