import type { sayStillDone } from '../../contract/citizen/words.ts';
import { sayStillDone as say } from '../../domain/after-closing.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof sayStillDone, DecisionNeeds> = (call, needs) =>
  decideOwn(call, (request, context) => say(request, call.body, context), needs);
