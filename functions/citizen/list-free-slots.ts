import type { listFreeSlots } from '../../contract/citizen/turns.ts';
import { agree } from '../../domain/outcome.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import { canBeTaken } from '../../domain/transitions.ts';
import { wrongState } from '../../domain/triage.ts';
import type { Answer } from '../answer.ts';
import { viewSession, viewSlot } from '../city-view.ts';
import { type FreeSlotsNeeds, freeSlots } from './free-slots.ts';
import { ownRequest } from './own-request.ts';

type Needs = FreeSlotsNeeds & { readonly requests: Requests };

export const answer: Answer<typeof listFreeSlots, Needs> = async (call, needs) => {
  const own = await ownRequest(call.city, call.params.id, call.caller, needs.requests)();
  if (!own.agreed) return own;
  const { status, official } = own.value;
  if (!canBeTaken('pick-slot', status) && !canBeTaken('move', status)) return wrongState(own.value);
  const ahead = await freeSlots(call.city, official, needs);
  return agree({
    sessions: ahead.map(({ session, free }) => ({
      ...viewSession(session, call),
      slots: free.map((slot) => viewSlot(slot, call)),
    })),
  });
};
