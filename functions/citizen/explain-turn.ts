import type { explainTurn } from '../../contract/citizen/requests.ts';
import { agree } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';
import { type ExplanationNeeds, explanationOf } from '../explanation.ts';
import { ownRequest } from './own-request.ts';

export const answer: Answer<typeof explainTurn, ExplanationNeeds> = async (call, needs) => {
  const own = await ownRequest(call.city, call.params.id, call.caller, needs.requests)();
  return own.agreed ? agree(await explanationOf(own.value, call, needs)) : own;
};
