import type { acceptOffer } from '../../contract/citizen/turns.ts';
import { refuseField } from '../../domain/outcome.ts';
import { pickSlot } from '../../domain/turns.ts';
import type { Answer } from '../answer.ts';
import { type TakeSlotNeeds, takeSlot } from './take-slot.ts';

export const answer: Answer<typeof acceptOffer, TakeSlotNeeds> = (call, needs) =>
  takeSlot(
    call,
    {
      decision: 'accept-offer',
      rule: (request, slot, context) =>
        request.status === 'offered' && !request.offered.some((turn) => turn.slot === slot.id)
          ? refuseField('slot', 'not-offered')
          : pickSlot(request, slot, context),
    },
    needs,
  );
