import type { Served } from '../answer.ts';
import { briefsAnswers } from './answers/briefs.ts';
import { casesAnswers } from './answers/cases.ts';
import { cityAnswers } from './answers/city.ts';
import { closuresAnswers } from './answers/closures.ts';
import { committeesAnswers } from './answers/committees.ts';
import { linksAnswers } from './answers/links.ts';
import { meetingDayAnswers } from './answers/meeting-day.ts';
import { ordersAnswers } from './answers/orders.ts';
import { promisesAnswers } from './answers/promises.ts';
import { scansAnswers } from './answers/scans.ts';
import { sessionsAnswers } from './answers/sessions.ts';
import { triageAnswers } from './answers/triage.ts';
import { turnsAnswers } from './answers/turns.ts';
import type { StaffNeeds } from './needs.ts';

/** Every operation of the staff, beside its answer. */
export const staffAnswers: readonly Served<StaffNeeds>[] = [
  ...casesAnswers,
  ...triageAnswers,
  ...sessionsAnswers,
  ...turnsAnswers,
  ...meetingDayAnswers,
  ...ordersAnswers,
  ...promisesAnswers,
  ...committeesAnswers,
  ...scansAnswers,
  ...linksAnswers,
  ...briefsAnswers,
  ...cityAnswers,
  ...closuresAnswers,
];
