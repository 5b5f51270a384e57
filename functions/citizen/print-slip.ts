import type { printSlip } from '../../contract/citizen/requests.ts';
import { agree } from '../../domain/outcome.ts';
import { printSlip as print } from '../../domain/papers.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { newPersonalLink } from '../personal-link.ts';
import { decideOwn } from './decide-own.ts';

export const answer: Answer<typeof printSlip, DecisionNeeds & { readonly keys: Keys }> = async (call, needs) => {
  const link = newPersonalLink(call.city, call.params.id, needs.keys);
  const decided = await decideOwn(call, (request, context) => agree(print(request, link.linkKey, context)), needs);
  return decided.agreed ? agree({ request: decided.value, personalLink: link.secret }) : decided;
};
