import type { moveAppointment } from '../../contract/citizen/turns.ts';
import { move } from '../../domain/turns.ts';
import type { Answer } from '../answer.ts';
import { type TakeSlotNeeds, takeSlot } from './take-slot.ts';

export const answer: Answer<typeof moveAppointment, TakeSlotNeeds> = (call, needs) => takeSlot(call, move, needs);
