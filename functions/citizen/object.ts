import type { object } from '../../contract/citizen/words.ts';
import { objectTo } from '../../domain/after-closing.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof object, DecisionNeeds> = (call, needs) =>
  decideOwn(call, (request, context) => objectTo(request, call.body.text, context, call.body.orders), needs);
