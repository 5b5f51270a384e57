import type { showPolicies } from '../../contract/staff/city.ts';
import { findUnit, policiesOf } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Answer } from '../answer.ts';

export const answer: Answer<typeof showPolicies, unknown> = async ({ office, query }) => {
  if (query.unit === undefined) return agree({ policies: office.city.policies });
  const unit = findUnit(office, query.unit);
  return unit ? agree({ policies: policiesOf(office, unit.id), overrides: unit.policies }) : refuse('not-found');
};
