import type { showCommittee } from '../../contract/staff/committee.ts';
import { agree } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Committees } from '../../domain/ports/committees.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Answer } from '../answer.ts';
import { agendaNow } from './committee-agenda.ts';
import { viewAgenda } from './committee-view.ts';
import { ownCommittee } from './own-committee.ts';

type Needs = { readonly committees: Committees; readonly requests: Requests; readonly clock: Clock };

export const answer: Answer<typeof showCommittee, Needs> = async (call, needs) => {
  const file = await ownCommittee(call, needs.committees);
  if (!file.agreed) return file;
  const { committee, matters } = file.value;
  const at = needs.clock.now();
  const agenda = committee.openedAt === undefined ? await agendaNow(committee, { ...call, at }, needs) : matters;
  return agree(await viewAgenda(committee, agenda, { ...call, at }, needs.requests));
};
