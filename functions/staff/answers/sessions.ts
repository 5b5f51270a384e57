import {
  cancelSession,
  changeSession,
  listSessions,
  planSession,
  showSession,
} from '../../../contract/staff/session.ts';
import { listVenues } from '../../../contract/staff/venue.ts';
import { served } from '../../answer.ts';
import { answer as cancelSessionAnswer } from '../cancel-session.ts';
import { answer as changeSessionAnswer } from '../change-session.ts';
import { answer as listSessionsAnswer } from '../list-sessions.ts';
import { answer as listVenuesAnswer } from '../list-venues.ts';
import { answer as planSessionAnswer } from '../plan-session.ts';
import { answer as showSessionAnswer } from '../show-session.ts';

export const sessionsAnswers = [
  served(listVenues, listVenuesAnswer),
  served(listSessions, listSessionsAnswer),
  served(planSession, planSessionAnswer),
  served(changeSession, changeSessionAnswer),
  served(cancelSession, cancelSessionAnswer),
  served(showSession, showSessionAnswer),
] as const;
