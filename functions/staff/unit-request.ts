import { mayOnRequest, type Permission } from '../../domain/access.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Request } from '../../domain/request.ts';
import type { User } from '../../domain/user.ts';

/** A request on which this person has the permission; a foreign one and one that does not exist look the same. */
export const unitRequest =
  ({ office, caller, id }: { office: Office; caller: User; id: string }, permission: Permission, requests: Requests) =>
  async (): Promise<Outcome<Request>> => {
    const request = await requests.find(office.city.id, id);
    return request && mayOnRequest(caller, permission, request, office) ? agree(request) : refuse('not-found');
  };
