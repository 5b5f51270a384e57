import type { ReplyInputOf } from '../../contract/operation.ts';
import type { linkRequests } from '../../contract/staff/link.ts';
import { mayOnRequest, type Permission } from '../../domain/access.ts';
import { type Context, changesNextStep } from '../../domain/change.ts';
import type { Both } from '../../domain/links.ts';
import { agree, type Outcome, refuse, refuseField } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import type { DecisionNeeds } from '../decide.ts';
import { viewRequest } from '../request-view.ts';
import { byStaff, type UnitCall } from './decide-for-unit.ts';

type Decision = {
  readonly other: string;
  /** The field that names the other request, and what the caller must be allowed to do with it. */
  readonly field: string;
  readonly permission: Permission;
  readonly rule: (one: Request, other: Request, context: Context) => Outcome<Both>;
};

/** Somebody decides on two requests at once: both are written, or neither. A lost race is decided once more. */
export const decideOnBoth = async (
  call: UnitCall,
  decision: Decision,
  needs: DecisionNeeds,
): Promise<Outcome<ReplyInputOf<typeof linkRequests>>> => {
  const first = await attempt(call, decision, needs);
  const done = first.agreed || first.reason !== 'changed-meanwhile' ? first : await attempt(call, decision, needs);
  return done.agreed ? agree(viewRequest(done.value, { ...call, at: needs.clock.now() })) : done;
};

const attempt = async (
  { city, office, caller, params }: UnitCall,
  { other: otherId, field, permission, rule }: Decision,
  { requests, workflow, clock }: DecisionNeeds,
): Promise<Outcome<Request>> => {
  const [one, other] = await Promise.all([requests.find(city, params.id), requests.find(city, otherId)]);
  if (!one || !mayOnRequest(caller, 'correct', one, office)) return refuse('not-found');
  if (!other || !mayOnRequest(caller, permission, other, office)) return refuseField(field, 'unknown');
  const both = rule(one, other, { at: clock.now(), by: byStaff(caller), office });
  if (!both.agreed) return both;
  const written = await requests.replaceBoth(both.value.one, both.value.other);
  if (!written.agreed) return written;
  for (const change of [both.value.one, both.value.other]) {
    if (changesNextStep(change)) await workflow.wake(city, change.after.id);
  }
  return written;
};
