import type { referRequest } from '../../contract/staff/triage.ts';
import { refer } from '../../domain/triage.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof referRequest, DecisionNeeds> = (call, needs) =>
  decideForUnit(call, 'triage', (request, context) => refer(request, call.body, context), needs);
