import type { acceptOffer } from '../../contract/citizen/turns.ts';
import { acceptOffer as accept } from '../../domain/offers.ts';
import type { Answer } from '../answer.ts';
import { type TakeSlotNeeds, takeSlot } from './take-slot.ts';

export const answer: Answer<typeof acceptOffer, TakeSlotNeeds> = (call, needs) => takeSlot(call, accept, needs);
