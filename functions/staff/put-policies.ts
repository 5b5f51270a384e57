import type { putPolicies } from '../../contract/staff/city.ts';
import { findUnit } from '../../domain/office.ts';
import { agree, refuseField } from '../../domain/outcome.ts';
import { withOverrides } from '../../domain/policies.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly directory: Directory };

export const answer: Answer<typeof putPolicies, Needs> = async ({ city, office, body }, { directory }) => {
  if (!('unit' in body)) {
    const put = await directory.put(city, 'city', { ...office.city, policies: body.policies });
    return put.agreed ? agree({ policies: put.value.policies }) : put;
  }
  const unit = findUnit(office, body.unit);
  if (!unit) return refuseField('unit', 'unknown');
  const put = await directory.put(city, 'unit', { ...unit, policies: body.overrides });
  if (!put.agreed) return put;
  return agree({ policies: withOverrides(office.city.policies, body.overrides), overrides: body.overrides });
};
