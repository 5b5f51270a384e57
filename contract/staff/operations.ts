import { listAbsences, previewAbsence, recordAbsence } from './absence.ts';
import { listMyDigests, showAgenda } from './agenda.ts';
import { briefRequest, briefSession } from './brief.ts';
import { listCallTasks, settleCallTask } from './call-task.ts';
import { findCases, revealIdentity, showCase } from './case.ts';
import { recordCitizenAct } from './citizen-act.ts';
import { loadCity, putCalendar, putCity, putPolicies, showCalendar, showCitySettings, showPolicies } from './city.ts';
import { closeOffice, planExtraSession, previewClosure } from './closure.ts';
import {
  closeCommittee,
  decideMatter,
  listCommittees,
  openCommittee,
  planCommittee,
  showCommittee,
} from './committee.ts';
import { convertRequest } from './conversion.ts';
import { correctRequest } from './correction.ts';
import { countDesk, listDesk } from './desk.ts';
import { endEntry, listDirectory, putOfficial, putPartner, putTopic, putUnit, putUser, putVenue } from './directory.ts';
import { importHolidays, previewHolidays } from './holidays.ts';
import { showJob } from './job.ts';
import { listAnchors, listLedger } from './ledger.ts';
import { linkRequests, mergeRequests, unlinkRequests } from './link.ts';
import { whoAmI } from './me.ts';
import { checkIn, giveWalkIn, recordStation, showMeetingDay, undoStation } from './meeting-day.ts';
import { addNote } from './note.ts';
import { listOfficeDays } from './office-days.ts';
import { addOrder, barOrder, listOrders, renewOrder, reportOrderDone, showOrder } from './order.ts';
import { askAboutOrder, handOverOrder } from './order-acts.ts';
import { recordOutcome, startScan } from './outcome.ts';
import { printSlip, registerRequest } from './registration.ts';
import { cutOrder, keepScan, redactScan, replaceScan, showScan, transcribeScan } from './scan.ts';
import { listSessions, planSession, proposeAttendees, publishSession, showSession } from './session.ts';
import { cancelSession, changeSession, previewSessionChange } from './session-change.ts';
import { endSessionTemplate, listSessionTemplates, putSessionTemplate } from './session-template.ts';
import { acceptRequest, answerRequest, askCitizen, declineRequest, referOut, referRequest } from './triage.ts';
import { cancelTurn, explainTurn, giveTurn, moveTurn, offerSlots, recordAttendance } from './turn.ts';
import { listVenues } from './venue.ts';

/** Everything that the staff may ask of the system. */
export const STAFF_OPERATIONS = [
  ...[whoAmI, listDesk, countDesk, showCase, revealIdentity, findCases],
  ...[registerRequest, printSlip, addNote],
  ...[askCitizen, answerRequest, acceptRequest, declineRequest, referRequest, referOut],
  ...[listOfficeDays, listVenues, listSessions, planSession, publishSession, showSession, proposeAttendees],
  ...[previewSessionChange, changeSession, cancelSession],
  ...[listAbsences, previewAbsence, recordAbsence],
  ...[listSessionTemplates, putSessionTemplate, endSessionTemplate],
  ...[explainTurn, offerSlots, giveTurn, moveTurn, cancelTurn, recordAttendance],
  ...[checkIn, recordStation, undoStation, showMeetingDay, giveWalkIn],
  ...[keepScan, showScan, redactScan, transcribeScan, replaceScan, cutOrder],
  ...[startScan, recordOutcome, listOrders, showOrder, addOrder, reportOrderDone, renewOrder, barOrder],
  ...[handOverOrder, askAboutOrder],
  ...[showAgenda, listMyDigests, convertRequest],
  ...[planCommittee, listCommittees, showCommittee, openCommittee, decideMatter, closeCommittee],
  ...[briefRequest, briefSession],
  ...[linkRequests, unlinkRequests, mergeRequests],
  ...[recordCitizenAct, correctRequest, listCallTasks, settleCallTask, listLedger, listAnchors],
  ...[listDirectory, putUnit, putOfficial, putTopic, putVenue, putUser, putPartner, endEntry],
  ...[
    showPolicies,
    putPolicies,
    showCalendar,
    putCalendar,
    previewHolidays,
    importHolidays,
    previewClosure,
    closeOffice,
    planExtraSession,
    showJob,
    showCitySettings,
    putCity,
    loadCity,
  ],
] as const;
