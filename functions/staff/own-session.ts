import { mayAt, type Permission } from '../../domain/access.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Sessions } from '../../domain/ports/sessions.ts';
import type { Session } from '../../domain/session.ts';
import type { User } from '../../domain/user.ts';

type SessionCall = {
  readonly city: string;
  readonly office: Office;
  readonly caller: User;
  readonly params: { readonly session: string };
};

/** A session on which this person has the permission; a foreign one and one that does not exist look the same. */
export const ownSession = async (
  { city, office, caller, params }: SessionCall,
  permission: Permission,
  sessions: Sessions,
): Promise<Outcome<Session>> => {
  const session = await sessions.find(city, params.session);
  return session && mayAt(caller, permission, session, office) ? agree(session) : refuse('not-found');
};
