import type { printSlip } from '../../contract/staff/registration.ts';
import { agree } from '../../domain/outcome.ts';
import { printSlip as print } from '../../domain/papers.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { newPersonalLink } from '../personal-link.ts';
import { decideForUnit } from './decide-for-unit.ts';

export const answer: Answer<typeof printSlip, DecisionNeeds & { readonly keys: Keys }> = async (call, needs) => {
  const link = newPersonalLink(call.city, call.params.id, needs.keys);
  const printed = await decideForUnit(
    call,
    'act-for-citizen',
    (request, context) => agree(print(request, link.linkKey, context)),
    needs,
  );
  return printed.agreed ? agree({ request: printed.value, link: link.secret }) : printed;
};
