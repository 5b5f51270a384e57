import type { revealIdentity } from '../../contract/staff/case.ts';
import { mayOnRequest } from '../../domain/access.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly caseFiles: CaseFiles; readonly clock: Clock };

/** The look is written down before the number is shown, with the reason that was given. */
export const answer: Answer<typeof revealIdentity, Needs> = async (call, { caseFiles, clock }) => {
  const { city, office, caller, params, body } = call;
  const file = await caseFiles.read(city, params.id);
  if (!file || !mayOnRequest(caller, 'reveal-identity', file.request, office)) return refuse('not-found');
  const identity = file.parties.find((party) => party.number === body.party)?.identity;
  if (!identity) return refuse('not-found');
  const { username } = caller;
  await caseFiles.noteLook(city, params.id, { username, at: clock.now(), why: body.reason });
  return agree(identity);
};
