import type { closeCommittee } from '../../contract/staff/committee.ts';
import { closeCommittee as close } from '../../domain/committee.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Committees } from '../../domain/ports/committees.ts';
import type { Keys } from '../../domain/ports/keys.ts';
import type { Answer } from '../answer.ts';
import { viewCommittee } from './committee-view.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownCommittee } from './own-committee.ts';

type Needs = { readonly committees: Committees; readonly keys: Keys; readonly clock: Clock };

export const answer: Answer<typeof closeCommittee, Needs> = async (call, { committees, keys, clock }) => {
  const file = await ownCommittee(call, committees);
  if (!file.agreed) return file;
  const { committee } = file.value;
  const context = { ...call, at: clock.now(), by: byStaff(call.caller) };
  const nextId = keys.requestId(call.city, 'committee after', committee.id);
  const closed = close(committee, { ...call.body, nextId }, context);
  if (!closed.agreed) return closed;
  const written = await committees.close(closed.value.closed, closed.value.next);
  return written.agreed ? agree(viewCommittee(written.value, context)) : written;
};
