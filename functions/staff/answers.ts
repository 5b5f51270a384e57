import { listCallTasks, settleCallTask } from '../../contract/staff/call-task.ts';
import { findCases, revealIdentity, showCase } from '../../contract/staff/case.ts';
import { recordCitizenAct } from '../../contract/staff/citizen-act.ts';
import { loadCity, putCalendar, putCity, putPolicies, showCalendar, showPolicies } from '../../contract/staff/city.ts';
import { closeOffice, previewClosure } from '../../contract/staff/closure.ts';
import { correctRequest } from '../../contract/staff/correction.ts';
import { countDesk, listDesk } from '../../contract/staff/desk.ts';
import {
  endEntry,
  listDirectory,
  putOfficial,
  putPartner,
  putTopic,
  putUnit,
  putUser,
  putVenue,
} from '../../contract/staff/directory.ts';
import { showJob } from '../../contract/staff/job.ts';
import { listLedger } from '../../contract/staff/ledger.ts';
import { whoAmI } from '../../contract/staff/me.ts';
import { addOrder, barOrder, listOrders, renewOrder, reportOrderDone, showOrder } from '../../contract/staff/order.ts';
import { recordOutcome, startScan } from '../../contract/staff/outcome.ts';
import { printSlip, registerRequest } from '../../contract/staff/registration.ts';
import { cancelSession, changeSession, listSessions, planSession, showSession } from '../../contract/staff/session.ts';
import {
  acceptRequest,
  answerRequest,
  askCitizen,
  declineRequest,
  referOut,
  referRequest,
} from '../../contract/staff/triage.ts';
import { cancelTurn, giveTurn, moveTurn, offerSlots, recordAttendance } from '../../contract/staff/turn.ts';
import { listVenues } from '../../contract/staff/venue.ts';
import type * as Ports from '../../domain/ports.ts';
import { type Served, served } from '../answer.ts';
import type { ServingNeeds } from '../http/serving-needs.ts';
import { answer as acceptRequestAnswer } from './accept-request.ts';
import { answer as addOrderAnswer } from './add-order.ts';
import { answer as answerRequestAnswer } from './answer-request.ts';
import { answer as askCitizenAnswer } from './ask-citizen.ts';
import { answer as barOrderAnswer } from './bar-order.ts';
import { answer as cancelSessionAnswer } from './cancel-session.ts';
import { answer as cancelTurnAnswer } from './cancel-turn.ts';
import { answer as changeSessionAnswer } from './change-session.ts';
import { answer as closeOfficeAnswer } from './close-office.ts';
import { answer as correctRequestAnswer } from './correct-request.ts';
import { answer as countDeskAnswer } from './count-desk.ts';
import { answer as declineRequestAnswer } from './decline-request.ts';
import { answer as endEntryAnswer } from './end-entry.ts';
import { answer as findCasesAnswer } from './find-cases.ts';
import { answer as giveTurnAnswer } from './give-turn.ts';
import { answer as listCallTasksAnswer } from './list-call-tasks.ts';
import { answer as listDeskAnswer } from './list-desk.ts';
import { answer as listDirectoryAnswer } from './list-directory.ts';
import { answer as listLedgerAnswer } from './list-ledger.ts';
import { answer as listOrdersAnswer } from './list-orders.ts';
import { answer as listSessionsAnswer } from './list-sessions.ts';
import { answer as listVenuesAnswer } from './list-venues.ts';
import { answer as loadCityAnswer } from './load-city.ts';
import { answer as moveTurnAnswer } from './move-turn.ts';
import { answer as offerSlotsAnswer } from './offer-slots.ts';
import { answer as planSessionAnswer } from './plan-session.ts';
import { answer as previewClosureAnswer } from './preview-closure.ts';
import { answer as printSlipAnswer } from './print-slip.ts';
import { answer as putCalendarAnswer } from './put-calendar.ts';
import { answer as putCityAnswer } from './put-city.ts';
import { answer as putOfficialAnswer } from './put-official.ts';
import { answer as putPartnerAnswer } from './put-partner.ts';
import { answer as putPoliciesAnswer } from './put-policies.ts';
import { answer as putTopicAnswer } from './put-topic.ts';
import { answer as putUnitAnswer } from './put-unit.ts';
import { answer as putUserAnswer } from './put-user.ts';
import { answer as putVenueAnswer } from './put-venue.ts';
import { answer as recordAttendanceAnswer } from './record-attendance.ts';
import { answer as recordCitizenActAnswer } from './record-citizen-act.ts';
import { answer as recordOutcomeAnswer } from './record-outcome.ts';
import { answer as referOutAnswer } from './refer-out.ts';
import { answer as referRequestAnswer } from './refer-request.ts';
import { answer as registerRequestAnswer } from './register-request.ts';
import { answer as renewOrderAnswer } from './renew-order.ts';
import { answer as reportOrderDoneAnswer } from './report-order-done.ts';
import { answer as revealIdentityAnswer } from './reveal-identity.ts';
import { answer as settleCallTaskAnswer } from './settle-call-task.ts';
import { answer as showCalendarAnswer } from './show-calendar.ts';
import { answer as showCaseAnswer } from './show-case.ts';
import { answer as showJobAnswer } from './show-job.ts';
import { answer as showOrderAnswer } from './show-order.ts';
import { answer as showPoliciesAnswer } from './show-policies.ts';
import { answer as showSessionAnswer } from './show-session.ts';
import { answer as startScanAnswer } from './start-scan.ts';
import { answer as whoAmIAnswer } from './who-am-i.ts';

/** The ports that the staff's answers need, all together. */
export type StaffNeeds = ServingNeeds & {
  readonly requests: Ports.Requests;
  readonly caseFiles: Ports.CaseFiles;
  readonly documents: Ports.Documents;
  readonly workflow: Ports.Workflow;
  readonly sessions: Ports.Sessions;
  readonly slots: Ports.Slots;
  readonly jobs: Ports.Jobs;
  readonly letters: Ports.Letters;
  readonly ledger: Ports.Ledger;
  readonly callTasks: Ports.CallTasks;
  readonly search: Ports.Search;
  readonly accounts: Ports.Accounts;
};

/** Every operation of the staff, beside its answer. */
export const staffAnswers: readonly Served<StaffNeeds>[] = [
  served(whoAmI, whoAmIAnswer),
  served(listDesk, listDeskAnswer),
  served(countDesk, countDeskAnswer),
  served(showCase, showCaseAnswer),
  served(revealIdentity, revealIdentityAnswer),
  served(findCases, findCasesAnswer),
  served(registerRequest, registerRequestAnswer),
  served(printSlip, printSlipAnswer),
  served(askCitizen, askCitizenAnswer),
  served(answerRequest, answerRequestAnswer),
  served(acceptRequest, acceptRequestAnswer),
  served(declineRequest, declineRequestAnswer),
  served(referRequest, referRequestAnswer),
  served(referOut, referOutAnswer),
  served(listVenues, listVenuesAnswer),
  served(listSessions, listSessionsAnswer),
  served(planSession, planSessionAnswer),
  served(changeSession, changeSessionAnswer),
  served(cancelSession, cancelSessionAnswer),
  served(showSession, showSessionAnswer),
  served(offerSlots, offerSlotsAnswer),
  served(giveTurn, giveTurnAnswer),
  served(moveTurn, moveTurnAnswer),
  served(cancelTurn, cancelTurnAnswer),
  served(recordAttendance, recordAttendanceAnswer),
  served(startScan, startScanAnswer),
  served(recordOutcome, recordOutcomeAnswer),
  served(listOrders, listOrdersAnswer),
  served(showOrder, showOrderAnswer),
  served(addOrder, addOrderAnswer),
  served(reportOrderDone, reportOrderDoneAnswer),
  served(renewOrder, renewOrderAnswer),
  served(barOrder, barOrderAnswer),
  served(recordCitizenAct, recordCitizenActAnswer),
  served(correctRequest, correctRequestAnswer),
  served(listCallTasks, listCallTasksAnswer),
  served(settleCallTask, settleCallTaskAnswer),
  served(listLedger, listLedgerAnswer),
  served(listDirectory, listDirectoryAnswer),
  served(putUnit, putUnitAnswer),
  served(putOfficial, putOfficialAnswer),
  served(putTopic, putTopicAnswer),
  served(putVenue, putVenueAnswer),
  served(putUser, putUserAnswer),
  served(putPartner, putPartnerAnswer),
  served(endEntry, endEntryAnswer),
  served(showPolicies, showPoliciesAnswer),
  served(putPolicies, putPoliciesAnswer),
  served(showCalendar, showCalendarAnswer),
  served(putCalendar, putCalendarAnswer),
  served(previewClosure, previewClosureAnswer),
  served(closeOffice, closeOfficeAnswer),
  served(showJob, showJobAnswer),
  served(putCity, putCityAnswer),
  served(loadCity, loadCityAnswer),
];
