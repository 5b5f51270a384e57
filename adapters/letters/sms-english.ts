import type { LetterTemplate } from '../../domain/letter.ts';
import type { Words } from './words.ts';

const turnOf = ({ turn, place }: Words): string => (place ? `${turn}, ${place}` : turn);

/** Case messages: never the topic, never an address on the web, two parts at most. */
export const ENGLISH_SMS: Readonly<Record<LetterTemplate, (words: Words) => string>> = {
  submitted: (w) => `Your meeting request was received. Tracking code: ${w.code}`,
  question: (w) => `Request ${w.code} needs more information from you by ${w.deadline}.`,
  answered: (w) => `Request ${w.code} has a written answer. If you still want to meet, say so by ${w.deadline}.`,
  declined: (w) =>
    w.status === 'closed'
      ? `Request ${w.code} was declined. This decision is final.`
      : `Request ${w.code} was declined. You may object until ${w.deadline}.`,
  referred: (w) => `Request ${w.code} was passed to ${w.to}. You keep your place.`,
  'referred-out': (w) => `Request ${w.code} is a matter for ${w.to}.`,
  accepted: (w) => `Request ${w.code} was accepted. You will be offered a time by ${w.promised}.`,
  offered: (w) => `You are offered ${w.turn}. Please answer by ${w.until}. Request ${w.code}`,
  'offer-lapsed': (w) => `The offered time has lapsed. Request ${w.code} stays in the queue.`,
  scheduled: (w) => `Your meeting: ${turnOf(w)}. Request ${w.code}`,
  moved: (w) => `Your meeting was moved to ${turnOf(w)}. Request ${w.code}`,
  'earlier-offered': (w) =>
    `An earlier time is free: ${w.turn}. Move to it by ${w.until}, or keep the time that you have. Request ${w.code}`,
  cancelled: (w) => `Your meeting of ${w.turn} was cancelled. Request ${w.code} stays in the queue.`,
  'session-cancelled': (w) =>
    w.turn
      ? `The session was cancelled. Held for you instead: ${w.turn}; say nothing and it is yours, or answer by ${w.until}. Request ${w.code}`
      : `The session was cancelled. Request ${w.code} comes first for the next free time.`,
  'stand-in': (w) =>
    `${w.standIn} will receive you on ${w.turn}. You may wait for the ${w.official} instead and keep your place. Request ${w.code}`,
  reminder: (w) => `Reminder of your meeting: ${turnOf(w)}. Request ${w.code}`,
  'last-reminder': (w) => `Reminder of your meeting: ${turnOf(w)}. Request ${w.code}`,
  'turn-near': (w) => `Your turn is near: ${w.before} before you. Please stay close by. Code ${w.code}`,
  'host-absent': (w) => `We are sorry: your meeting could not be held. Request ${w.code} comes first next time.`,
  'no-show-rebooked': (w) => `You were not at your meeting. Request ${w.code} is in the queue once more.`,
  outcome: (w) => `The outcome of your meeting is recorded. Orders: ${w.orders}. Request ${w.code}`,
  'order-reported': (w) => `Order ${w.order} of request ${w.code} was reported done. Please confirm or dispute it.`,
  'order-renewed': (w) => `Order ${w.order} of request ${w.code} is now due on ${w.due}.`,
  'order-handed-over': (w) => `Order ${w.order} of request ${w.code} was handed over to ${w.to}. Due ${w.due}.`,
  'order-question': (w) => `Order ${w.order} of request ${w.code} waits for you. Please answer by ${w.due}.`,
  'order-barred': (w) => `Order ${w.order} of request ${w.code} is barred by law. You may object once.`,
  'please-confirm': (w) => `Has request ${w.code} been settled? Please answer by ${w.deadline}.`,
  message: (w) => `The citizen has written about request ${w.code}.`,
  withdrawn: (w) => `Request ${w.code} was withdrawn, as you wished.`,
  merged: (w) => `Your other request about the same matter was joined to request ${w.code}.`,
  closed: (w) => `Request ${w.code} is closed.`,
  'still-done': (w) =>
    `Is the matter of request ${w.code} still settled? If not, tell us by ${w.due}, and it is opened again.`,
  reopened: (w) => `Your objection was received. Request ${w.code} is looked at again.`,
  corrected: (w) => `What is recorded about request ${w.code} was corrected.`,
  closure: (w) =>
    w.turn
      ? `The office has to close. Held for you instead: ${w.turn}. Accept, ask for another time or a call by ${w.until}. Request ${w.code}`
      : `The office has to close. Request ${w.code} comes first for the next free time.`,
  'deadline-moved': (w) => `The office calendar has changed. The date for request ${w.code} is now ${w.due}.`,
  escalated: (w) => `Request ${w.code} has come to you. Due ${w.deadline}.`,
  'outcome-due': (w) => `The outcome of request ${w.code} is not recorded yet. Due ${w.deadline}.`,
};
