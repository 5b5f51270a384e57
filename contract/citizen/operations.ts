import { listOfficials, listTopics, listUnits, showCity } from './city.ts';
import { addDocument, startUpload } from './documents.ts';
import { checkInMyself, lookAtPlace, showTicket } from './meeting-day.ts';
import { answerOrder, confirmOrder, confirmOutcome, disputeOrder, viewOrders } from './orders.ts';
import { confirmContact, openPersonalLink, proveContact } from './proofs.ts';
import { explainTurn, findMyRequest, myRequests, printSlip, trackRequest, withdrawRequest } from './requests.ts';
import { listSessionsAhead } from './sessions-ahead.ts';
import { submitRequest } from './submission.ts';
import {
  acceptOffer,
  cancelAppointment,
  listFreeSlots,
  moveAppointment,
  passOffer,
  pickSlot,
  waitForHolder,
  wishForEarlier,
} from './turns.ts';
import { addInformation, askOffice, object, rate, respondToAnswer, sayStillDone } from './words.ts';

/** All that a citizen, or anyone, may ask. */
export const CITIZEN_OPERATIONS = [
  ...[showCity, listUnits, listOfficials, listTopics, listSessionsAhead],
  ...[proveContact, confirmContact, openPersonalLink],
  ...[startUpload, submitRequest, myRequests, findMyRequest, trackRequest],
  ...[addInformation, addDocument, respondToAnswer],
  ...[
    explainTurn,
    listFreeSlots,
    acceptOffer,
    pickSlot,
    passOffer,
    moveAppointment,
    wishForEarlier,
    cancelAppointment,
    waitForHolder,
  ],
  ...[showTicket, checkInMyself, lookAtPlace],
  ...[viewOrders, confirmOrder, disputeOrder, answerOrder, confirmOutcome],
  ...[askOffice, object, sayStillDone, rate, withdrawRequest, printSlip],
] as const;
