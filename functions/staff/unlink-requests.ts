import type { unlinkRequests } from '../../contract/staff/link.ts';
import { unlinkRequests as unlink } from '../../domain/links.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOnBoth } from './decide-on-both.ts';

export const answer: Answer<typeof unlinkRequests, DecisionNeeds> = (call, needs) => {
  const rule: Parameters<typeof decideOnBoth>[1]['rule'] = (one, other, context) =>
    unlink(one, other, call.body.reason, context);
  return decideOnBoth(call, { other: call.params.other, field: 'other', permission: 'read-case', rule }, needs);
};
