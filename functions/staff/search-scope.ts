import { ACCESS } from '../../domain/access.ts';
import type { Office } from '../../domain/office.ts';
import { headquarters, unitPath } from '../../domain/unit-tree.ts';
import type { User } from '../../domain/user.ts';

/** The smallest part of the unit tree that holds everything this person may find, as a path from the top. */
export const searchScope = (user: User, office: Office): string => {
  const paths = user.roles.flatMap((held) => {
    const reach = ACCESS[held.role]['find-case'];
    if (reach === undefined) return [];
    return [unitPath(office.units, reach === 'city' ? headquarters(office.units).id : held.unit).split('/')];
  });
  return paths.reduce(commonStart, paths[0] ?? []).join('/');
};

const commonStart = (a: readonly string[], b: readonly string[]): string[] => {
  const end = a.findIndex((step, index) => step !== b[index]);
  return a.slice(0, end === -1 ? a.length : end);
};
