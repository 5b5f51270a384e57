import type { LetterTemplate } from '../../domain/letter.ts';
import type { ClosingReason, Status } from '../../domain/request.ts';
import type { Words } from './words.ts';

/** The subject after the code, and what there is to say, in sentences. */
export type EmailText = { readonly subject: string; readonly body: (words: Words) => string };

const REASONS: Readonly<Record<ClosingReason, string>> = {
  resolved: 'it was settled',
  'settled-silently': 'what was reported done was not disputed in time',
  answered: 'it was answered in writing',
  declined: 'it was declined',
  withdrawn: 'you withdrew it',
  'no-show': 'the meeting was missed',
  'legally-barred': 'the law stands against it',
  'referred-out': 'it belongs to a body outside the city',
  duplicate: 'it is the same as another request of yours',
  converted: 'it became a request to meet an official, of which we have written to you',
  lapsed: 'it has lapsed',
};

const whereOf = ({ place, address }: Words): string =>
  place ? `\nPlace: ${place}${address ? `, ${address}` : ''}` : '';

export const ENGLISH_EMAIL: Readonly<Record<LetterTemplate, EmailText>> = {
  submitted: { subject: 'received', body: (w) => `We have received your request to meet: ${w.official}.` },
  question: { subject: 'please complete it', body: () => 'We need more information before we can decide.' },
  answered: {
    subject: 'a written answer',
    body: () =>
      'Your request has been answered in writing. If you still want to meet, your place in the queue is kept.',
  },
  declined: {
    subject: 'declined',
    body: (w) =>
      w.status === 'closed'
        ? 'Your request was declined once more; this decision is final. The reason stands with your request.'
        : 'Your request was declined. The reason stands with your request; you may object to it once.',
  },
  referred: {
    subject: 'passed on',
    body: (w) => `Your request belongs to ${w.to} and was passed on. Code and place in the queue stay the same.`,
  },
  'referred-out': {
    subject: 'a matter for another body',
    body: (w) => `Your request is a matter for ${w.to}, outside the city. It is closed here.`,
  },
  accepted: { subject: 'accepted', body: (w) => `Your wish to meet was accepted: ${w.official}.` },
  offered: {
    subject: 'a time is offered',
    body: (w) => `You are offered: ${w.turn}. You can take it, pick another free time, or pass, until ${w.until}.`,
  },
  'offer-lapsed': { subject: 'the offer lapsed', body: () => 'The offered time was not taken. You keep your place.' },
  scheduled: { subject: 'your meeting', body: (w) => `Your meeting: ${w.turn}.${whereOf(w)}` },
  'earlier-offered': {
    subject: 'an earlier time is free',
    body: (w) =>
      `An earlier time has become free: ${w.turn}. You can move to it until ${w.until}; if you do nothing, you keep the time that you have.`,
  },
  moved: { subject: 'your meeting was moved', body: (w) => `Your meeting was moved to: ${w.turn}.${whereOf(w)}` },
  cancelled: { subject: 'your meeting was cancelled', body: (w) => `Your meeting of ${w.turn} was cancelled.` },
  'session-cancelled': {
    subject: 'the session was cancelled',
    body: (w) =>
      w.turn
        ? `The session of your meeting was cancelled. Held for you instead: ${w.turn}.${whereOf(w)}\nYou can take it, pick another time, or ask to be called, until ${w.until}. If you say nothing, it is yours.`
        : 'The session of your meeting was cancelled. You come first for the next time that is free.',
  },
  'stand-in': {
    subject: 'somebody stands in',
    body: (w) =>
      `On ${w.turn} you will be received by: ${w.standIn}, in place of: ${w.official}.${whereOf(w)}\nIf that suits you, there is nothing to do. If you would rather wait for the holder of the post, tell us before your turn; you keep your place in the queue.`,
  },
  reminder: { subject: 'a reminder', body: (w) => `A reminder of your meeting: ${w.turn}.${whereOf(w)}` },
  'last-reminder': { subject: 'a reminder', body: (w) => `A reminder of your meeting: ${w.turn}.${whereOf(w)}` },
  'turn-near': {
    subject: 'your turn is near',
    body: (w) => `Only ${w.before} are before you now. Please stay close by.`,
  },
  'host-absent': {
    subject: 'the meeting was not held',
    body: () => 'We are sorry: your meeting could not be held because the host was absent. You come first next time.',
  },
  'no-show-rebooked': {
    subject: 'the meeting was missed',
    body: () => 'You were not at your meeting. Your request is in the queue once more.',
  },
  outcome: {
    subject: 'the outcome of your meeting',
    body: (w) => `The outcome of your meeting is recorded. Orders that were given: ${w.orders}.`,
  },
  'order-reported': {
    subject: 'an order was reported done',
    body: (w) => `Order ${w.order} was reported done. Please look at the proof, and confirm or dispute it.`,
  },
  'order-renewed': {
    subject: 'an order was given more time',
    body: (w) => `Order ${w.order} is now due on ${w.due}. The reason stands with your request.`,
  },
  'order-handed-over': {
    subject: 'an order has another owner',
    body: (w) =>
      `Order ${w.order} was handed over to ${w.to}, and is due on ${w.due}. The reason stands with your request.`,
  },
  'order-question': {
    subject: 'an order waits for you',
    body: (w) =>
      `Order ${w.order} cannot go on without you. What is needed stands with your request; please answer by ${w.due}. Until then its clock stands still.`,
  },
  'order-barred': {
    subject: 'an order is barred by law',
    body: (w) => `Order ${w.order} cannot be carried out: the law stands against it. You may object once.`,
  },
  'please-confirm': { subject: 'is it settled?', body: () => 'Please tell us whether your matter has been settled.' },
  message: {
    subject: 'a question',
    body: () => 'The citizen has written a question or remark; it stands with the request.',
  },
  withdrawn: { subject: 'withdrawn', body: () => 'Your request was withdrawn, as you wished.' },
  merged: {
    subject: 'two requests are one',
    body: () =>
      'Your other request about the same matter was joined to this one. You can still read both; from now on we write about this one only.',
  },
  closed: {
    subject: 'closed',
    body: (w) => `Your request is closed${w.reason ? `, because ${REASONS[w.reason]}` : ''}.`,
  },
  'still-done': {
    subject: 'is it still settled?',
    body: (w) =>
      `Some time ago your request was closed as settled. Is that still so? If it is not, tell us by ${w.due} with your tracking code, and it is opened again one rank higher.`,
  },
  reopened: {
    subject: 'opened again',
    body: () => 'Your objection was received, and your request is looked at again.',
  },
  corrected: { subject: 'corrected', body: () => 'Something that was recorded about your request has been corrected.' },
  closure: {
    subject: 'the office is closed',
    body: (w) =>
      w.turn
        ? `The office has to close, and your meeting with it. Held for you instead: ${w.turn}.${whereOf(w)}\nYou can take it, pick another time, or ask to be called, until ${w.until}. If you say nothing, it is yours.`
        : 'The office has to close, and your meeting with it. You come first for the next time that is free.',
  },
  'deadline-moved': {
    subject: 'a date has moved',
    body: (w) =>
      `The office calendar has changed, and a date with it: it is now ${w.due}. The reason stands with your request.`,
  },
  escalated: { subject: 'it has come to you', body: (w) => `A matter of ${w.unit} has come to you. Please act on it.` },
  'outcome-due': {
    subject: 'the outcome is missing',
    body: (w) => `The meeting of ${w.turn} has no recorded outcome yet. Please record what happened.`,
  },
};

/** What happens next and by when, by the stage in which the request stands at the moment of sending. */
export const ENGLISH_NEXT: Readonly<Record<Status, (words: Words) => string>> = {
  submitted: (w) => `${w.unit} decides by ${w.deadline}.`,
  'needs-info': (w) => `you complete your request by ${w.deadline}.`,
  answered: (w) => `you say by ${w.deadline} whether you still want to meet; without a word the request is closed.`,
  declined: (w) => `you may object until ${w.deadline}.`,
  waiting: (w) => `a time is offered by ${w.deadline}.`,
  offered: (w) => `you answer the offer by ${w.deadline}.`,
  scheduled: (w) => `the meeting: ${w.turn}.`,
  met: (w) => `${w.unit} records the outcome by ${w.deadline}.`,
  'in-follow-up': (w) => `the orders are carried out; the next date is ${w.deadline}.`,
  'awaiting-confirmation': (w) => `you say by ${w.deadline} whether it is done; without a word it counts as settled.`,
  closed: () => 'nothing more is due.',
};
