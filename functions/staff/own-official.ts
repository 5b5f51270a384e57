import { mayAt, type Permission } from '../../domain/access.ts';
import { findOfficial, type Office } from '../../domain/office.ts';
import type { Official } from '../../domain/official.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { User } from '../../domain/user.ts';

type OfficialCall = {
  readonly office: Office;
  readonly caller: User;
  readonly params: { readonly official: string };
};

/** A post at which this person has the permission; a foreign one and one that does not exist look the same. */
export const ownOfficial = ({ office, caller, params }: OfficialCall, permission: Permission): Outcome<Official> => {
  const official = findOfficial(office, params.official);
  return official && mayAt(caller, permission, { unit: official.unit, official: official.id }, office)
    ? agree(official)
    : refuse('not-found');
};
