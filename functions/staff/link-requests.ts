import type { linkRequests } from '../../contract/staff/link.ts';
import { linkRequests as link } from '../../domain/links.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOnBoth } from './decide-on-both.ts';

export const answer: Answer<typeof linkRequests, DecisionNeeds> = (call, needs) => {
  const rule: Parameters<typeof decideOnBoth>[1]['rule'] = (one, other, context) =>
    link(one, other, call.body, context);
  return decideOnBoth(call, { other: call.body.to, field: 'to', permission: 'read-case', rule }, needs);
};
