import { listCallTasks, settleCallTask } from '../../../contract/staff/call-task.ts';
import { findCases, revealIdentity, showCase } from '../../../contract/staff/case.ts';
import { recordCitizenAct } from '../../../contract/staff/citizen-act.ts';
import { correctRequest } from '../../../contract/staff/correction.ts';
import { countDesk, listDesk } from '../../../contract/staff/desk.ts';
import { whoAmI } from '../../../contract/staff/me.ts';
import { addNote } from '../../../contract/staff/note.ts';
import { printSlip, registerRequest } from '../../../contract/staff/registration.ts';
import { served } from '../../answer.ts';
import { answer as addNoteAnswer } from '../add-note.ts';
import { answer as correctRequestAnswer } from '../correct-request.ts';
import { answer as countDeskAnswer } from '../count-desk.ts';
import { answer as findCasesAnswer } from '../find-cases.ts';
import { answer as listCallTasksAnswer } from '../list-call-tasks.ts';
import { answer as listDeskAnswer } from '../list-desk.ts';
import { answer as printSlipAnswer } from '../print-slip.ts';
import { answer as recordCitizenActAnswer } from '../record-citizen-act.ts';
import { answer as registerRequestAnswer } from '../register-request.ts';
import { answer as revealIdentityAnswer } from '../reveal-identity.ts';
import { answer as settleCallTaskAnswer } from '../settle-call-task.ts';
import { answer as showCaseAnswer } from '../show-case.ts';
import { answer as whoAmIAnswer } from '../who-am-i.ts';

export const casesAnswers = [
  served(whoAmI, whoAmIAnswer),
  served(listDesk, listDeskAnswer),
  served(countDesk, countDeskAnswer),
  served(showCase, showCaseAnswer),
  served(revealIdentity, revealIdentityAnswer),
  served(findCases, findCasesAnswer),
  served(registerRequest, registerRequestAnswer),
  served(printSlip, printSlipAnswer),
  served(addNote, addNoteAnswer),
  served(recordCitizenAct, recordCitizenActAnswer),
  served(correctRequest, correctRequestAnswer),
  served(listCallTasks, listCallTasksAnswer),
  served(settleCallTask, settleCallTaskAnswer),
] as const;
