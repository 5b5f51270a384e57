import type { acceptOffer } from '../../contract/citizen/turns.ts';
import { refuseField } from '../../domain/outcome.ts';
import { wrongState } from '../../domain/triage.ts';
import { pickSlot } from '../../domain/turns.ts';
import type { Answer } from '../answer.ts';
import { type TakeSlotNeeds, takeSlot } from './take-slot.ts';

export const answer: Answer<typeof acceptOffer, TakeSlotNeeds> = (call, needs) =>
  takeSlot(
    call,
    (request, slot, context) => {
      if (request.status !== 'offered') return wrongState(request);
      const isOffered = request.offered.some((turn) => turn.slot === slot.id);
      return isOffered ? pickSlot(request, slot, context) : refuseField('slot', 'not-offered');
    },
    needs,
  );
