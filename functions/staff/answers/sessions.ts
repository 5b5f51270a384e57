import { listAbsences, previewAbsence, recordAbsence } from '../../../contract/staff/absence.ts';
import {
  listSessions,
  planSession,
  proposeAttendees,
  publishSession,
  showSession,
} from '../../../contract/staff/session.ts';
import { cancelSession, changeSession, previewSessionChange } from '../../../contract/staff/session-change.ts';
import {
  endSessionTemplate,
  listSessionTemplates,
  putSessionTemplate,
} from '../../../contract/staff/session-template.ts';
import { listVenues } from '../../../contract/staff/venue.ts';
import { served } from '../../answer.ts';
import { answer as cancelSessionAnswer } from '../cancel-session.ts';
import { answer as changeSessionAnswer } from '../change-session.ts';
import { answer as endSessionTemplateAnswer } from '../end-session-template.ts';
import { answer as listAbsencesAnswer } from '../list-absences.ts';
import { answer as listSessionTemplatesAnswer } from '../list-session-templates.ts';
import { answer as listSessionsAnswer } from '../list-sessions.ts';
import { answer as listVenuesAnswer } from '../list-venues.ts';
import { answer as planSessionAnswer } from '../plan-session.ts';
import { answer as previewAbsenceAnswer } from '../preview-absence.ts';
import { answer as previewSessionChangeAnswer } from '../preview-session-change.ts';
import { answer as proposeAttendeesAnswer } from '../propose-attendees.ts';
import { answer as publishSessionAnswer } from '../publish-session.ts';
import { answer as putSessionTemplateAnswer } from '../put-session-template.ts';
import { answer as recordAbsenceAnswer } from '../record-absence.ts';
import { answer as showSessionAnswer } from '../show-session.ts';

export const sessionsAnswers = [
  served(listVenues, listVenuesAnswer),
  served(listSessions, listSessionsAnswer),
  served(planSession, planSessionAnswer),
  served(publishSession, publishSessionAnswer),
  served(showSession, showSessionAnswer),
  served(proposeAttendees, proposeAttendeesAnswer),
  served(previewSessionChange, previewSessionChangeAnswer),
  served(changeSession, changeSessionAnswer),
  served(cancelSession, cancelSessionAnswer),
  served(listAbsences, listAbsencesAnswer),
  served(previewAbsence, previewAbsenceAnswer),
  served(recordAbsence, recordAbsenceAnswer),
  served(listSessionTemplates, listSessionTemplatesAnswer),
  served(putSessionTemplate, putSessionTemplateAnswer),
  served(endSessionTemplate, endSessionTemplateAnswer),
] as const;
