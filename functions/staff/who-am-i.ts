import type { whoAmI } from '../../contract/staff/me.ts';
import { mayAnywhere, PERMISSIONS } from '../../domain/access.ts';
import { say } from '../../domain/local-text.ts';
import { findUnit } from '../../domain/office.ts';
import { agree } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';
import { roleName } from '../role-names.ts';

export const answer: Answer<typeof whoAmI, unknown> = async ({ city, office, caller, language }) => {
  const unitName = (id: string) => {
    const unit = findUnit(office, id);
    return unit ? say(unit.name, language) : id;
  };
  return agree({
    ...{ username: caller.username, displayName: caller.displayName, locale: caller.locale, city },
    roles: caller.roles.map((held) => ({
      ...held,
      says: `${roleName(held.role, language)} – ${unitName(held.unit)}`,
    })),
    permissions: PERMISSIONS.filter((permission) => mayAnywhere(caller, permission)),
  });
};
