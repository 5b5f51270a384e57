import type { ReplyInputOf } from '../../contract/operation.ts';
import type { acceptRequest } from '../../contract/staff/triage.ts';
import type { Permission } from '../../domain/access.ts';
import type { Change, Context } from '../../domain/change.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import type { By } from '../../domain/timeline.ts';
import type { User } from '../../domain/user.ts';
import { type DecisionNeeds, decide } from '../decide.ts';
import { viewRequest } from '../request-view.ts';
import { unitRequest } from './unit-request.ts';

/** A call of the staff about one request. */
export type UnitCall = {
  readonly city: string;
  readonly office: Office;
  readonly params: { readonly id: string };
  readonly caller: User;
  readonly language: string;
};

type View = ReplyInputOf<typeof acceptRequest>;
type Rule = (request: Request, context: Context) => Outcome<Change>;

/**
 * Somebody of the staff decides on a request of their unit, and sees it as it stands then. Who has just read it under the same
 * permission gives it as `known`: it is read again only if somebody else was faster.
 */
export const decideForUnit = async (
  call: UnitCall,
  permission: Permission,
  rule: Rule,
  needs: DecisionNeeds,
  by: By = byStaff(call.caller),
  known?: Request,
): Promise<Outcome<View>> => {
  const { office, language } = call;
  const readIt = unitRequest({ ...call, id: call.params.id }, permission, needs.requests);
  let first = known;
  const read = () => {
    const once = first;
    first = undefined;
    return once ? Promise.resolve(agree(once)) : readIt();
  };
  const decided = await decide({ read, rule, by, office }, needs);
  return decided.agreed ? agree(viewRequest(decided.value, { office, language, at: needs.clock.now() })) : decided;
};

export const byStaff = ({ username }: User): By => ({ actor: 'staff', username });
