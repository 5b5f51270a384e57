import { checkIdentity } from '../../domain/identity.ts';
import type { Office } from '../../domain/office.ts';

/** A number of any of the city's kinds as it is stored and hashed; undefined if it has the form of none. */
export const bareIdentity = ({ city }: Office, typed: string): string | undefined => {
  for (const kind of city.idKinds) {
    const checked = checkIdentity(kind, typed);
    if (checked.ok) return checked.value;
  }
  return undefined;
};
