import type { cancelTurn } from '../../contract/staff/turn.ts';
import { cancel } from '../../domain/turns.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof cancelTurn, DecisionNeeds> = (call, needs) =>
  decideForUnit(call, 'give-turns', (request, context) => cancel(request, call.body, context), needs);
