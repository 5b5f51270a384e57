import type { respondToAnswer } from '../../contract/citizen/words.ts';
import { respond } from '../../domain/citizen-word.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof respondToAnswer, DecisionNeeds> = (call, needs) =>
  decideOwn(call, (request, context) => respond(request, call.body.response, context), needs);
