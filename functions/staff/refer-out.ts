import type { referOut } from '../../contract/staff/triage.ts';
import { referOut as toOutside } from '../../domain/triage.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof referOut, DecisionNeeds> = (call, needs) =>
  decideForUnit(call, 'triage', (request, context) => toOutside(request, call.body, context), needs);
