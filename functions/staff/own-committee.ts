import { mayAt } from '../../domain/access.ts';
import type { Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CommitteeFile, Committees } from '../../domain/ports/committees.ts';
import type { User } from '../../domain/user.ts';

type CommitteeCall = {
  readonly city: string;
  readonly office: Office;
  readonly caller: User;
  readonly params: { readonly committee: string };
};

/** A committee that this person may hold; a foreign one and one that does not exist look the same. */
export const ownCommittee = async (
  { city, office, caller, params }: CommitteeCall,
  committees: Committees,
): Promise<Outcome<CommitteeFile>> => {
  const file = await committees.find(city, params.committee);
  return file && mayAt(caller, 'hold-committee', { unit: file.committee.unit }, office)
    ? agree(file)
    : refuse('not-found');
};
