import type { giveTurn } from '../../contract/staff/turn.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import { schedule } from '../../domain/turns.ts';
import type { Answer } from '../answer.ts';
import { reasonToPass } from './reason-to-pass.ts';
import { type TakeSlotNeeds, takeSlotForUnit } from './take-slot-for-unit.ts';

/** Whoever is not the head of the queue is given a turn for a named reason only, which goes into the ledger. */
export const answer: Answer<typeof giveTurn, TakeSlotNeeds & { readonly requests: Requests }> = (call, needs) => {
  const { reason } = call.body;
  return takeSlotForUnit(
    call,
    {
      ...{ slot: call.body.slot, permission: 'give-turns', rule: schedule },
      why: (request, slot, context) => reasonToPass(request, { slots: [slot], reason }, context, needs),
    },
    needs,
  );
};
