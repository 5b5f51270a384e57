import type { acceptRequest } from '../../contract/staff/triage.ts';
import { accept } from '../../domain/triage.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof acceptRequest, DecisionNeeds> = (call, needs) =>
  decideForUnit(call, 'triage', (request, context) => accept(request, call.body, context), needs);
