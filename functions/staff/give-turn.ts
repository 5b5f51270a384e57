import type { giveTurn } from '../../contract/staff/turn.ts';
import { schedule } from '../../domain/turns.ts';
import type { Answer } from '../answer.ts';
import { type TakeSlotNeeds, takeSlotForUnit } from './take-slot-for-unit.ts';

export const answer: Answer<typeof giveTurn, TakeSlotNeeds> = (call, needs) =>
  takeSlotForUnit(call, { ...call.body, permission: 'give-turns', rule: schedule }, needs);
