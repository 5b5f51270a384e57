import type { explainTurn } from '../../contract/staff/turn.ts';
import { agree } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';
import { type ExplanationNeeds, explanationOf } from '../explanation.ts';
import { unitRequest } from './unit-request.ts';

export const answer: Answer<typeof explainTurn, ExplanationNeeds> = async (call, needs) => {
  const read = await unitRequest({ ...call, id: call.params.id }, 'read-case', needs.requests)();
  return read.agreed ? agree(await explanationOf(read.value, call, needs)) : read;
};
