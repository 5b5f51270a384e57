import { listMyDigests, showAgenda } from '../../../contract/staff/agenda.ts';
import { served } from '../../answer.ts';
import { answer as listMyDigestsAnswer } from '../list-my-digests.ts';
import { answer as showAgendaAnswer } from '../show-agenda.ts';

export const promisesAnswers = [
  served(showAgenda, showAgendaAnswer),
  served(listMyDigests, listMyDigestsAnswer),
] as const;
