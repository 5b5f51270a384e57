import type { moveTurn } from '../../contract/staff/turn.ts';
import { move } from '../../domain/turns.ts';
import type { Answer } from '../answer.ts';
import { type TakeSlotNeeds, takeSlotForUnit } from './take-slot-for-unit.ts';

export const answer: Answer<typeof moveTurn, TakeSlotNeeds> = (call, needs) =>
  takeSlotForUnit(call, { ...call.body, permission: 'give-turns', rule: move }, needs);
