import { confirmOrder as confirmOperation, disputeOrder as disputeOperation } from '../../contract/citizen/orders.ts';
import { withdrawRequest as withdrawOperation } from '../../contract/citizen/requests.ts';
import { submitRequest as submitOperation } from '../../contract/citizen/submission.ts';
import {
  acceptOffer as acceptOfferOperation,
  cancelAppointment as cancelOperation,
} from '../../contract/citizen/turns.ts';
import { object as objectOperation } from '../../contract/citizen/words.ts';
import type { Operation } from '../../contract/operation.ts';
import { renewOrder as renewOperation, reportOrderDone as reportOperation } from '../../contract/staff/order.ts';
import { recordOutcome as outcomeOperation } from '../../contract/staff/outcome.ts';
import { acceptRequest as acceptOperation } from '../../contract/staff/triage.ts';
import {
  recordAttendance as arriveOperation,
  giveTurn as giveOperation,
  offerSlots as offerOperation,
  cancelTurn as takeAwayOperation,
} from '../../contract/staff/turn.ts';
import type { Request } from '../../domain/request.ts';
import { localDateOf, plusDays } from '../../domain/time.ts';
import { answer as acceptOffer } from '../../functions/citizen/accept-offer.ts';
import { answer as cancelAppointment } from '../../functions/citizen/cancel-appointment.ts';
import { answer as confirmOrder } from '../../functions/citizen/confirm-order.ts';
import { answer as disputeOrder } from '../../functions/citizen/dispute-order.ts';
import { answer as object } from '../../functions/citizen/object.ts';
import { answer as withdrawRequest } from '../../functions/citizen/withdraw-request.ts';
import { openRequest } from '../../functions/open-request.ts';
import { answer as acceptRequest } from '../../functions/staff/accept-request.ts';
import { answer as cancelTurn } from '../../functions/staff/cancel-turn.ts';
import { answer as giveTurn } from '../../functions/staff/give-turn.ts';
import { answer as offerSlots } from '../../functions/staff/offer-slots.ts';
import { answer as recordAttendance } from '../../functions/staff/record-attendance.ts';
import { answer as recordOutcome } from '../../functions/staff/record-outcome.ts';
import { answer as renewOrder } from '../../functions/staff/renew-order.ts';
import { answer as reportOrderDone } from '../../functions/staff/report-order-done.ts';
import type { Ports } from './ports.ts';
import { CITY, CLERK, citizenOf, OFFICE, openingOf, type RequestName, SLOT_ID, UNIT } from './town.ts';

type Status = Request['status'];
/** One thing that somebody may do: when it makes sense, and the deployed answer to it. */
export type Act = {
  readonly operation: Operation;
  /** As far as the server looks into it before the answer does. */
  readonly body?: { readonly slot?: string };
  readonly by: 'citizen' | 'staff';
  /** Elsewhere the rule refuses it at the first read, which changes nothing; `none`: there is no request yet. */
  readonly when: readonly (Status | 'none')[];
  readonly play: (request: RequestName, ports: Ports) => Promise<unknown>;
};

const around = { city: CITY, office: OFFICE, query: {}, language: 'en', idempotencyKey: '', network: '' };
const TEXT = 'It is written here.';
const REASON = 'urgent-need';
const ofCitizen = (id: RequestName) => ({ ...around, params: { id }, caller: citizenOf(id), body: undefined });
const ofStaff = (id: RequestName) => ({ ...around, params: { id }, caller: CLERK, body: undefined });

const BEFORE_THE_MEETING = ['submitted', 'waiting', 'offered', 'scheduled'] as const;

/** Who does what, by the name of the act. Those that touch the turn all want the only one. */
export const ACTS = {
  submit: {
    operation: submitOperation,
    ...{ by: 'citizen', when: ['none'] },
    play: (id, ports) => {
      const open = async () => ({ agreed: true as const, value: openingOf(id, ports.clock.now()) });
      return openRequest({ city: CITY, id, fingerprint: 'same', limited: true, open }, ports);
    },
  },
  withdraw: {
    operation: withdrawOperation,
    ...{ by: 'citizen', when: BEFORE_THE_MEETING },
    play: (id, ports) => withdrawRequest({ ...ofCitizen(id), body: { text: TEXT } }, ports),
  },
  'accept-offer': {
    operation: acceptOfferOperation,
    body: { slot: SLOT_ID },
    ...{ by: 'citizen', when: ['offered'] },
    play: (id, ports) => acceptOffer({ ...ofCitizen(id), body: { slot: SLOT_ID } }, ports),
  },
  cancel: {
    operation: cancelOperation,
    ...{ by: 'citizen', when: ['scheduled'] },
    play: (id, ports) => cancelAppointment({ ...ofCitizen(id), body: {} }, ports),
  },
  confirm: {
    operation: confirmOperation,
    ...{ by: 'citizen', when: ['awaiting-confirmation'] },
    play: (id, ports) => confirmOrder({ ...ofCitizen(id), params: { id, order: 1 } }, ports),
  },
  dispute: {
    operation: disputeOperation,
    ...{ by: 'citizen', when: ['awaiting-confirmation'] },
    play: (id, ports) => disputeOrder({ ...ofCitizen(id), params: { id, order: 1 }, body: { text: TEXT } }, ports),
  },
  object: {
    operation: objectOperation,
    ...{ by: 'citizen', when: ['closed'] },
    play: (id, ports) => object({ ...ofCitizen(id), body: { text: TEXT } }, ports),
  },
  accept: {
    operation: acceptOperation,
    ...{ by: 'staff', when: ['submitted'] },
    play: (id, ports) => acceptRequest({ ...ofStaff(id), body: {} }, ports),
  },
  offer: {
    operation: offerOperation,
    ...{ by: 'staff', when: ['waiting', 'offered'] },
    play: (id, ports) => offerSlots({ ...ofStaff(id), body: { slots: [SLOT_ID], reason: REASON } }, ports),
  },
  give: {
    operation: giveOperation,
    body: { slot: SLOT_ID },
    ...{ by: 'staff', when: ['waiting', 'offered'] },
    play: (id, ports) => giveTurn({ ...ofStaff(id), body: { slot: SLOT_ID, reason: REASON } }, ports),
  },
  'take-away': {
    operation: takeAwayOperation,
    ...{ by: 'staff', when: ['scheduled'] },
    play: (id, ports) => cancelTurn({ ...ofStaff(id), body: { text: TEXT } }, ports),
  },
  arrive: {
    operation: arriveOperation,
    ...{ by: 'staff', when: ['scheduled'] },
    play: (id, ports) => recordAttendance({ ...ofStaff(id), body: { attendance: 'arrived' } }, ports),
  },
  outcome: {
    operation: outcomeOperation,
    ...{ by: 'staff', when: ['met'] },
    play: (id, ports) => {
      const orders = [{ text: 'Mend the lamp.', unit: UNIT }];
      return recordOutcome({ ...ofStaff(id), body: { result: 'met', orders } }, ports);
    },
  },
  renew: {
    operation: renewOperation,
    ...{ by: 'staff', when: ['in-follow-up'] },
    play: (id, ports) => {
      const dueOn = plusDays(localDateOf(ports.clock.now(), 'UTC'), 4);
      return renewOrder({ ...ofStaff(id), params: { id, number: 1 }, body: { dueOn, reason: TEXT } }, ports);
    },
  },
  report: {
    operation: reportOperation,
    ...{ by: 'staff', when: ['in-follow-up'] },
    play: (id, ports) =>
      reportOrderDone({ ...ofStaff(id), params: { id, number: 1 }, body: { letterNumber: '1' } }, ports),
  },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof ACTS;
