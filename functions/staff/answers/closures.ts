import { closeOffice, planExtraSession, previewClosure } from '../../../contract/staff/closure.ts';
import { showJob } from '../../../contract/staff/job.ts';
import { served } from '../../answer.ts';
import { answer as closeOfficeAnswer } from '../close-office.ts';
import { answer as planExtraSessionAnswer } from '../plan-extra-session.ts';
import { answer as previewClosureAnswer } from '../preview-closure.ts';
import { answer as showJobAnswer } from '../show-job.ts';

export const closuresAnswers = [
  served(previewClosure, previewClosureAnswer),
  served(closeOffice, closeOfficeAnswer),
  served(planExtraSession, planExtraSessionAnswer),
  served(showJob, showJobAnswer),
] as const;
