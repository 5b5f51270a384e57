import type { answerRequest } from '../../contract/staff/triage.ts';
import { answerInWriting } from '../../domain/triage.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof answerRequest, DecisionNeeds> = (call, needs) =>
  decideForUnit(call, 'triage', (request, context) => answerInWriting(request, call.body, context), needs);
