import type { planCommittee } from '../../contract/staff/committee.ts';
import { mayAt } from '../../domain/access.ts';
import { planCommittee as plan } from '../../domain/committee.ts';
import { findUnit } from '../../domain/office.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Committees } from '../../domain/ports/committees.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Answer } from '../answer.ts';
import { viewCommittee } from './committee-view.ts';
import { byStaff } from './decide-for-unit.ts';

type Needs = { readonly committees: Committees; readonly keys: Keys; readonly clock: Clock };

export const answer: Answer<typeof planCommittee, Needs> = async (call, { committees, keys, clock }) => {
  const { city, office, caller, params, body, idempotencyKey } = call;
  const { unit } = params;
  if (!findUnit(office, unit) || !mayAt(caller, 'hold-committee', { unit }, office)) return refuse('not-found');
  const at = clock.now();
  const id = keys.requestId(city, `committee of ${caller.username}`, idempotencyKey);
  const before = await committees.find(city, id);
  if (before) {
    const { committee } = before;
    const isSame = committee.unit === unit && committee.on === body.on && committee.from === body.from;
    return isSame ? agree(viewCommittee(committee, { ...call, at })) : refuse('idempotency-key-reused');
  }
  const planned = plan({ ...body, id, unit }, { at, by: byStaff(caller), office });
  if (!planned.agreed) return planned;
  const added = await committees.add(planned.value);
  // The same call may have been made twice at once.
  const isThere = added.agreed || added.reason === 'already-recorded';
  return isThere ? agree(viewCommittee(planned.value, { ...call, at })) : added;
};
