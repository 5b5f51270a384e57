import type { Change, Context } from '../domain/change.ts';
import { changesNextStep } from '../domain/change.ts';
import type { Office } from '../domain/office.ts';
import { agree, type Outcome } from '../domain/outcome.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Requests } from '../domain/ports/requests.ts';
import type { Workflow } from '../domain/ports/workflow.ts';
import type { Request } from '../domain/request.ts';
import type { By } from '../domain/timeline.ts';

export type DecisionNeeds = { readonly requests: Requests; readonly workflow: Workflow; readonly clock: Clock };

type Decision = {
  /** Reads the request as the caller may see it. */
  readonly read: () => Promise<Outcome<Request>>;
  readonly rule: (request: Request, context: Context) => Outcome<Change>;
  readonly by: By;
  readonly office: Office;
};

/**
 * Read → decide → write → wake. A race that was lost is decided once more on what stands there now, so that nobody is
 * refused because of a timer; only a second loss is told as `changed-meanwhile`.
 */
export const decide = async (decision: Decision, needs: DecisionNeeds): Promise<Outcome<Request>> => {
  const first = await attempt(decision, needs);
  return first.agreed || first.reason !== 'changed-meanwhile' ? first : attempt(decision, needs);
};

const attempt = async ({ read, rule, by, office }: Decision, needs: DecisionNeeds): Promise<Outcome<Request>> => {
  const request = await read();
  if (!request.agreed) return request;
  const change = rule(request.value, { at: needs.clock.now(), by, office });
  if (!change.agreed) return change;
  const written = await needs.requests.replace(change.value);
  if (!written.agreed) return written;
  if (changesNextStep(change.value)) await needs.workflow.wake(written.value.city, written.value.id);
  return agree(written.value);
};
