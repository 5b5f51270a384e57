import type { waitForHolder } from '../../contract/citizen/turns.ts';
import { agree } from '../../domain/outcome.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import { waitForHolder as wait } from '../../domain/session-moves.ts';
import type { Answer } from '../answer.ts';
import { type DecisionNeeds, decide } from '../decide.ts';
import { standInsOf } from '../stand-ins-of.ts';
import { ownRequest } from './own-request.ts';
import { viewOwnRequest } from './view-own-request.ts';

type Needs = DecisionNeeds & { readonly sessions: Sessions };

export const answer: Answer<typeof waitForHolder, Needs> = async (call, needs) => {
  const { city, office, params, caller, language } = call;
  const own = ownRequest(city, params.id, caller, needs.requests);
  let standIns: readonly string[] = [];
  const read = async () => {
    const request = await own();
    if (request.agreed) standIns = await standInsOf(request.value, needs.sessions);
    return request;
  };
  const rule: Parameters<typeof decide>[0]['rule'] = (request, context) => wait(request, standIns, context);
  const decided = await decide({ read, rule, by: { actor: 'citizen' }, office }, needs);
  return decided.agreed ? agree(viewOwnRequest(decided.value, { office, language, at: needs.clock.now() })) : decided;
};
