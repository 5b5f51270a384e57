import { listOfficials, listTopics, listUnits, showCity } from '../../contract/citizen/city.ts';
import { addDocument, startUpload } from '../../contract/citizen/documents.ts';
import { checkInMyself, lookAtPlace, showTicket } from '../../contract/citizen/meeting-day.ts';
import { answerOrder, confirmOrder, confirmOutcome, disputeOrder, viewOrders } from '../../contract/citizen/orders.ts';
import { confirmContact, openPersonalLink, proveContact } from '../../contract/citizen/proofs.ts';
import {
  explainTurn,
  findMyRequest,
  myRequests,
  printSlip,
  trackRequest,
  withdrawRequest,
} from '../../contract/citizen/requests.ts';
import { listSessionsAhead } from '../../contract/citizen/sessions-ahead.ts';
import { submitRequest } from '../../contract/citizen/submission.ts';
import {
  acceptOffer,
  cancelAppointment,
  listFreeSlots,
  moveAppointment,
  passOffer,
  pickSlot,
  waitForHolder,
  wishForEarlier,
} from '../../contract/citizen/turns.ts';
import {
  addInformation,
  askOffice,
  object,
  rate,
  respondToAnswer,
  sayStillDone,
} from '../../contract/citizen/words.ts';
import { type Served, served } from '../answer.ts';
import { answer as acceptOfferAnswer } from './accept-offer.ts';
import { answer as addDocumentAnswer } from './add-document.ts';
import { answer as addInformationAnswer } from './add-information.ts';
import { answer as answerOrderAnswer } from './answer-order.ts';
import { answer as askOfficeAnswer } from './ask-office.ts';
import { answer as cancelAppointmentAnswer } from './cancel-appointment.ts';
import { answer as checkInMyselfAnswer } from './check-in-myself.ts';
import { answer as confirmContactAnswer } from './confirm-contact.ts';
import { answer as confirmOrderAnswer } from './confirm-order.ts';
import { answer as confirmOutcomeAnswer } from './confirm-outcome.ts';
import { answer as disputeOrderAnswer } from './dispute-order.ts';
import { answer as explainTurnAnswer } from './explain-turn.ts';
import { answer as findMyRequestAnswer } from './find-my-request.ts';
import { answer as listFreeSlotsAnswer } from './list-free-slots.ts';
import { answer as listOfficialsAnswer } from './list-officials.ts';
import { answer as listSessionsAheadAnswer } from './list-sessions-ahead.ts';
import { answer as listTopicsAnswer } from './list-topics.ts';
import { answer as listUnitsAnswer } from './list-units.ts';
import { answer as lookAtPlaceAnswer } from './look-at-place.ts';
import { answer as moveAppointmentAnswer } from './move-appointment.ts';
import { answer as myRequestsAnswer } from './my-requests.ts';
import type { CitizenNeeds } from './needs.ts';
import { answer as objectAnswer } from './object.ts';
import { answer as openPersonalLinkAnswer } from './open-personal-link.ts';
import { answer as passOfferAnswer } from './pass-offer.ts';
import { answer as pickSlotAnswer } from './pick-slot.ts';
import { answer as printSlipAnswer } from './print-slip.ts';
import { answer as proveContactAnswer } from './prove-contact.ts';
import { answer as rateAnswer } from './rate.ts';
import { answer as respondToAnswerAnswer } from './respond-to-answer.ts';
import { answer as sayStillDoneAnswer } from './say-still-done.ts';
import { answer as showCityAnswer } from './show-city.ts';
import { answer as showTicketAnswer } from './show-ticket.ts';
import { answer as startUploadAnswer } from './start-upload.ts';
import { answer as submitRequestAnswer } from './submit-request.ts';
import { answer as trackRequestAnswer } from './track-request.ts';
import { answer as viewOrdersAnswer } from './view-orders.ts';
import { answer as waitForHolderAnswer } from './wait-for-holder.ts';
import { answer as wishForEarlierAnswer } from './wish-for-earlier.ts';
import { answer as withdrawRequestAnswer } from './withdraw-request.ts';

/** Every operation of the citizens, beside its answer. */
export const citizenAnswers: readonly Served<CitizenNeeds>[] = [
  served(showCity, showCityAnswer),
  served(listUnits, listUnitsAnswer),
  served(listOfficials, listOfficialsAnswer),
  served(listTopics, listTopicsAnswer),
  served(listSessionsAhead, listSessionsAheadAnswer),
  served(proveContact, proveContactAnswer),
  served(confirmContact, confirmContactAnswer),
  served(openPersonalLink, openPersonalLinkAnswer),
  served(startUpload, startUploadAnswer),
  served(submitRequest, submitRequestAnswer),
  served(myRequests, myRequestsAnswer),
  served(findMyRequest, findMyRequestAnswer),
  served(trackRequest, trackRequestAnswer),
  served(addInformation, addInformationAnswer),
  served(addDocument, addDocumentAnswer),
  served(respondToAnswer, respondToAnswerAnswer),
  served(explainTurn, explainTurnAnswer),
  served(listFreeSlots, listFreeSlotsAnswer),
  served(acceptOffer, acceptOfferAnswer),
  served(pickSlot, pickSlotAnswer),
  served(passOffer, passOfferAnswer),
  served(moveAppointment, moveAppointmentAnswer),
  served(wishForEarlier, wishForEarlierAnswer),
  served(cancelAppointment, cancelAppointmentAnswer),
  served(waitForHolder, waitForHolderAnswer),
  served(showTicket, showTicketAnswer),
  served(checkInMyself, checkInMyselfAnswer),
  served(lookAtPlace, lookAtPlaceAnswer),
  served(viewOrders, viewOrdersAnswer),
  served(confirmOrder, confirmOrderAnswer),
  served(disputeOrder, disputeOrderAnswer),
  served(answerOrder, answerOrderAnswer),
  served(confirmOutcome, confirmOutcomeAnswer),
  served(askOffice, askOfficeAnswer),
  served(object, objectAnswer),
  served(sayStillDone, sayStillDoneAnswer),
  served(rate, rateAnswer),
  served(withdrawRequest, withdrawRequestAnswer),
  served(printSlip, printSlipAnswer),
];
