import type { correctRequest } from '../../contract/staff/correction.ts';
import { mayOnRequest } from '../../domain/access.ts';
import { changesNextStep } from '../../domain/change.ts';
import { correct } from '../../domain/correction.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Request } from '../../domain/request.ts';
import type { Answer, Call } from '../answer.ts';
import type { DecisionNeeds } from '../decide.ts';
import { viewRequest } from '../request-view.ts';
import { correctionOf } from './correction-of.ts';
import { byStaff } from './decide-for-unit.ts';

type Needs = DecisionNeeds & { readonly caseFiles: CaseFiles; readonly keys: Keys };
type CorrectCall = Call<typeof correctRequest>;

/** Like every decision, one whose race was lost is taken once more on what stands there now. */
export const answer: Answer<typeof correctRequest, Needs> = async (call, needs) => {
  const first = await attempt(call, needs);
  const done = first.agreed || first.reason !== 'changed-meanwhile' ? first : await attempt(call, needs);
  return done.agreed ? agree(viewRequest(done.value, { ...call, at: needs.clock.now() })) : done;
};

const attempt = async (call: CorrectCall, needs: Needs): Promise<Outcome<Request>> => {
  const { city, office, caller, params, body } = call;
  const { requests, caseFiles, workflow, clock, keys } = needs;
  const file = await caseFiles.read(city, params.id);
  if (!file || !mayOnRequest(caller, 'correct', file.request, office)) return refuse('not-found');
  const correction = correctionOf(body, file.parties, { city, office, keys });
  if (!correction.agreed) return correction;

  const reasoned = { reason: body.reason, events: file.events };
  const change = correct(file.request, correction.value, reasoned, { at: clock.now(), by: byStaff(caller), office });
  if (!change.agreed) return change;
  const written =
    'parties' in correction.value
      ? await caseFiles.correctParties(change.value, correction.value.parties, correction.value.keys.search)
      : await requests.replace(change.value);
  if (written.agreed && changesNextStep(change.value)) await workflow.wake(city, params.id);
  return written;
};
