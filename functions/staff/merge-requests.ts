import type { mergeRequests } from '../../contract/staff/link.ts';
import { mergeRequests as merge } from '../../domain/links.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideOnBoth } from './decide-on-both.ts';

export const answer: Answer<typeof mergeRequests, DecisionNeeds> = (call, needs) => {
  const rule: Parameters<typeof decideOnBoth>[1]['rule'] = (survivor, duplicate, context) =>
    merge(survivor, duplicate, call.body.reason, context);
  return decideOnBoth(call, { other: call.body.duplicate, field: 'duplicate', permission: 'correct', rule }, needs);
};
