import type { rate } from '../../contract/citizen/words.ts';
import { rate as rateRequest } from '../../domain/after-closing.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof rate, DecisionNeeds> = (call, needs) =>
  decideOwn(call, (request, context) => rateRequest(request, call.body, context), needs);
