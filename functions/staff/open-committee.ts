import type { openCommittee } from '../../contract/staff/committee.ts';
import { openCommittee as open } from '../../domain/committee.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Committees } from '../../domain/ports/committees.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Answer } from '../answer.ts';
import { agendaNow } from './committee-agenda.ts';
import { viewAgenda } from './committee-view.ts';
import { byStaff } from './decide-for-unit.ts';
import { ownCommittee } from './own-committee.ts';

type Needs = { readonly committees: Committees; readonly requests: Requests; readonly clock: Clock };

export const answer: Answer<typeof openCommittee, Needs> = async (call, needs) => {
  const file = await ownCommittee(call, needs.committees);
  if (!file.agreed) return file;
  const at = needs.clock.now();
  const opened = open(file.value.committee, { ...call, at, by: byStaff(call.caller) });
  if (!opened.agreed) return opened;
  const matters = await agendaNow(opened.value, { ...call, at }, needs);
  const written = await needs.committees.open(opened.value, matters);
  return written.agreed ? agree(await viewAgenda(opened.value, matters, { ...call, at }, needs.requests)) : written;
};
