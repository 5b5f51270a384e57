import {
  acceptRequest,
  answerRequest,
  askCitizen,
  declineRequest,
  referOut,
  referRequest,
} from '../../../contract/staff/triage.ts';
import { served } from '../../answer.ts';
import { answer as acceptRequestAnswer } from '../accept-request.ts';
import { answer as answerRequestAnswer } from '../answer-request.ts';
import { answer as askCitizenAnswer } from '../ask-citizen.ts';
import { answer as declineRequestAnswer } from '../decline-request.ts';
import { answer as referOutAnswer } from '../refer-out.ts';
import { answer as referRequestAnswer } from '../refer-request.ts';

export const triageAnswers = [
  served(askCitizen, askCitizenAnswer),
  served(answerRequest, answerRequestAnswer),
  served(acceptRequest, acceptRequestAnswer),
  served(declineRequest, declineRequestAnswer),
  served(referRequest, referRequestAnswer),
  served(referOut, referOutAnswer),
] as const;
