import type { askOffice } from '../../contract/citizen/words.ts';
import { askOffice as ask } from '../../domain/citizen-word.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof askOffice, DecisionNeeds> = (call, needs) =>
  decideOwn(call, (request, context) => ask(request, call.body, context), needs);
