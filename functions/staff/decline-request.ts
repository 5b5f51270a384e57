import type { declineRequest } from '../../contract/staff/triage.ts';
import { decline } from '../../domain/triage.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof declineRequest, DecisionNeeds> = (call, needs) =>
  decideForUnit(call, 'triage', (request, context) => decline(request, call.body, context), needs);
