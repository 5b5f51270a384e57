import type { caseStatus } from '../../contract/partner/referrals.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Request } from '../../domain/request.ts';
import type { Answer } from '../answer.ts';
import { viewReferral } from './referral-view.ts';

type Needs = { readonly requests: Requests; readonly keys: Keys; readonly clock: Clock };

/** The id is made of the partner and its reference, so no partner can name another's case. */
export const answer: Answer<typeof caseStatus, Needs> = async (call, { requests, keys, clock }) => {
  const { city, office, language, caller, params } = call;
  const request = await requests.find(city, keys.requestId(city, caller.clientId, params.reference));
  if (!request) return refuse('not-found');
  const meeting = await meetingOf(request, requests);
  return agree(viewReferral(meeting ?? request, params.reference, { office, language, at: clock.now() }));
};

/** A case that was converted goes on as the meeting request that came of it. */
const meetingOf = async ({ city, status, links = [] }: Request, requests: Requests): Promise<Request | undefined> => {
  const link = links.find(({ kind, incoming }) => kind === 'converted-from' && incoming);
  return status === 'closed' && link ? requests.find(city, link.request) : undefined;
};
