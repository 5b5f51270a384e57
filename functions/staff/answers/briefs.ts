import { briefRequest, briefSession } from '../../../contract/staff/brief.ts';
import { served } from '../../answer.ts';
import { answer as briefRequestAnswer } from '../brief-request.ts';
import { answer as briefSessionAnswer } from '../brief-session.ts';

export const briefsAnswers = [
  served(briefRequest, briefRequestAnswer),
  served(briefSession, briefSessionAnswer),
] as const;
