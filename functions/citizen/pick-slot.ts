import type { pickSlot } from '../../contract/citizen/turns.ts';
import { pickSlot as pick } from '../../domain/turns.ts';
import type { Answer } from '../answer.ts';
import { type TakeSlotNeeds, takeSlot } from './take-slot.ts';

export const answer: Answer<typeof pickSlot, TakeSlotNeeds> = (call, needs) => takeSlot(call, pick, needs);
