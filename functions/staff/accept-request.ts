import type { acceptRequest } from '../../contract/staff/triage.ts';
import { mayJump } from '../../domain/queue.ts';
import { accept } from '../../domain/triage.ts';
import type { Answer } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { decideForUnit } from './decide-for-unit.ts';

/** Who is called urgent comes before all others, and that too needs a named reason. */
export const answer: Answer<typeof acceptRequest, DecisionNeeds> = (call, needs) =>
  decideForUnit(
    call,
    'triage',
    (request, context) => {
      const accepted = accept(request, call.body, context);
      const why = mayJump({ isHead: !call.body.urgent, reason: call.body.reason }, context);
      return accepted.agreed && !why.agreed ? why : accepted;
    },
    needs,
  );
