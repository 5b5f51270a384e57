import type { confirmOutcome } from '../../contract/citizen/orders.ts';
import { confirmWhole } from '../../domain/citizen-word.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof confirmOutcome, DecisionNeeds> = (call, needs) =>
  decideOwn(call, (request, context) => confirmWhole(request, call.body.settled, call.body.text, context), needs);
