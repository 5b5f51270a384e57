import type { withdrawRequest } from '../../contract/citizen/requests.ts';
import { withdraw } from '../../domain/citizen-word.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof withdrawRequest, DecisionNeeds> = (call, needs) =>
  decideOwn(call, (request, context) => withdraw(request, call.body.text, context), needs);
