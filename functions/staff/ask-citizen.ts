import type { askCitizen } from '../../contract/staff/triage.ts';
import { ask } from '../../domain/triage.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof askCitizen, DecisionNeeds> = (call, needs) =>
  decideForUnit(call, 'triage', (request, context) => ask(request, call.body, context), needs);
