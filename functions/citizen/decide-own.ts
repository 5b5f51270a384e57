import type { withdrawRequest } from '../../contract/citizen/requests.ts';
import type { ReplyInputOf } from '../../contract/operation.ts';
import type { Change, Context } from '../../domain/change.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome } from '../../domain/outcome.ts';
import type { CitizenSession } from '../../domain/ports/keys.ts';
import type { Request } from '../../domain/request.ts';
import { type DecisionNeeds, decide } from '../decide.ts';
import { ownRequest } from './own-request.ts';
import { viewOwnRequest } from './view-own-request.ts';

/** A call of a citizen about one request. */
export type OwnCall = {
  readonly city: string;
  readonly office: Office;
  readonly params: { readonly id: string };
  readonly caller: CitizenSession;
  readonly language: string;
};

type View = ReplyInputOf<typeof withdrawRequest>;

/** The citizen decides about their own request, and sees it as it stands then. */
export const decideOwn = async (
  { city, office, params, caller, language }: OwnCall,
  rule: (request: Request, context: Context) => Outcome<Change>,
  needs: DecisionNeeds,
): Promise<Outcome<View>> => {
  const read = ownRequest(city, params.id, caller, needs.requests);
  const decided = await decide({ read, rule, by: { actor: 'citizen' }, office }, needs);
  return decided.agreed ? agree(viewOwnRequest(decided.value, { office, language, at: needs.clock.now() })) : decided;
};
