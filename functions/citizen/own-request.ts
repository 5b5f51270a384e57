import { citizenMay } from '../../domain/access.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CitizenSession } from '../../domain/ports/keys.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Request } from '../../domain/request.ts';

/** The citizen's own request; a foreign one and one that does not exist look the same. */
export const ownRequest =
  (city: string, id: string, session: CitizenSession, requests: Requests) => async (): Promise<Outcome<Request>> => {
    const request = await requests.find(city, id);
    return request && citizenMay(request, session) ? agree(request) : refuse('not-found');
  };
