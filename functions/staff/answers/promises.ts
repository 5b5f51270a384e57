import { listMyDigests, showAgenda } from '../../../contract/staff/agenda.ts';
import { convertRequest } from '../../../contract/staff/conversion.ts';
import { served } from '../../answer.ts';
import { answer as convertRequestAnswer } from '../convert-request.ts';
import { answer as listMyDigestsAnswer } from '../list-my-digests.ts';
import { answer as showAgendaAnswer } from '../show-agenda.ts';

export const promisesAnswers = [
  served(showAgenda, showAgendaAnswer),
  served(listMyDigests, listMyDigestsAnswer),
  served(convertRequest, convertRequestAnswer),
] as const;
