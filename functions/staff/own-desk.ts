import { mayAt } from '../../domain/access.ts';
import { findOfficial, findUnit, type Office } from '../../domain/office.ts';
import { agree, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Desk } from '../../domain/ports/requests.ts';
import type { User } from '../../domain/user.ts';

type DeskCall = {
  readonly city: string;
  readonly office: Office;
  readonly caller: User;
  readonly params: Pick<Desk, 'pile' | 'of'>;
};

/**
 * A desk on which this person may read something: all of it, or (who serves one official of the unit) a part. A foreign
 * desk and one that does not exist look the same.
 */
export const ownDesk = ({ city, office, caller, params }: DeskCall): Outcome<Desk> => {
  const places =
    params.pile === 'queue'
      ? [findOfficial(office, params.of)].flatMap((post) => (post ? [{ unit: post.unit, official: post.id }] : []))
      : [findUnit(office, params.of)].flatMap((unit) => (unit ? [{ unit: unit.id }, ...postsOf(office, unit.id)] : []));
  return places.some((place) => mayAt(caller, 'read-case', place, office))
    ? agree({ city, ...params })
    : refuse('not-found');
};

const postsOf = (office: Office, unit: string) =>
  office.officials.filter((post) => post.unit === unit).map((post) => ({ unit, official: post.id }));
