import { isInTime } from '../../domain/closure.ts';
import { offer } from '../../domain/offers.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { suits } from '../../domain/session-moves.ts';
import { THE_OFFICE } from '../../domain/timeline.ts';
import { type FreeSlotsNeeds, freeSlots } from '../citizen/free-slots.ts';
import type { DecisionNeeds } from '../decide.ts';
import { whileHolding } from '../while-holding.ts';
import { decideForUnit, type UnitCall } from './decide-for-unit.ts';

export type OfferAnotherNeeds = DecisionNeeds & FreeSlotsNeeds;
type View = Awaited<ReturnType<typeof decideForUnit>> extends Outcome<infer Value> ? Value : never;

/**
 * Whose host did not come gets the official's next free turn, in another session, held at once.
 *
 * @returns nothing where none is free, or somebody was quicker: the request then waits at the head of the queue
 */
export const offerAnother = async (
  call: UnitCall,
  lostSession: string | undefined,
  needs: OfferAnotherNeeds,
): Promise<View | undefined> => {
  const { city, office, params } = call;
  const at = needs.clock.now();
  const request = await needs.requests.find(city, params.id);
  if (!request) return undefined;
  const ahead = await freeSlots(city, request.official, needs);
  const others = ahead.filter(({ session }) => session.id !== lostSession && suits(session, request));
  const next = others.flatMap(({ free }) => free).find((slot) => isInTime(slot, at));
  const possible = next && offer(request, [next], { at, by: THE_OFFICE, office });
  if (!next || !possible?.agreed) return undefined;
  const holding = { request, until: possible.value.after.deadline.at };
  const act = () => decideForUnit(call, 'check-in', (now, context) => offer(now, [next], context), needs, THE_OFFICE);
  const offered = await whileHolding([next], holding, act, needs);
  return offered.agreed ? offered.value : undefined;
};
