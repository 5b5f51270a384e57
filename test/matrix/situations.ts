import type { ActName } from '../disposable/acts.ts';
import type { Step } from '../disposable/one-life.ts';

/**
 * What is done in a situation: an act of somebody; an act of which Step Functions does not hear; nothing, until the deadline
 * has passed; an execution that somebody stops, whose switch is set to now.
 */
export type Doing = ActName | `${ActName}, unheard` | 'submit' | 'deadline' | 'stopped';

type Situation = {
  /** The steps that lead there from a submission. */
  readonly way: readonly Step[];
  readonly doings: readonly Doing[];
  /** What somebody else does at the same time. */
  readonly rival: ActName | 'submit';
};

const TURN = ['accept', 'give-turn'] as const;
const MET = [...TURN, 'turn', 'arrive'] as const;
const ORDERS = [...MET, 'outcome-with-orders'] as const;

/** Every status of a request, some in more than one situation, and what people do in it. */
export const SITUATIONS = {
  nothing: { way: [], doings: ['submit'], rival: 'submit' },
  submitted: {
    way: [],
    doings: [
      ...(['accept', 'ask', 'answer', 'decline', 'refer', 'withdraw', 'ask-office'] as const),
      ...(['deadline', 'accept, unheard', 'stopped'] as const),
    ],
    rival: 'withdraw',
  },
  'needs-info': { way: ['ask'], doings: ['add-information', 'withdraw', 'deadline', 'stopped'], rival: 'withdraw' },
  answered: {
    way: ['answer'],
    doings: ['still-want-to-meet', 'solved', 'deadline', 'solved, unheard', 'stopped'],
    rival: 'withdraw',
  },
  declined: { way: ['decline'], doings: ['object', 'deadline', 'stopped'], rival: 'withdraw' },
  waiting: {
    way: ['accept'],
    doings: ['give-turn', 'offer', 'withdraw', 'deadline', 'plan-session', 'close-office', 'offer, unheard', 'stopped'],
    rival: 'withdraw',
  },
  offered: {
    way: ['accept', 'offer'],
    doings: ['accept-offer', 'pick-slot', 'pass-offer', 'withdraw', 'deadline', 'pass-offer, unheard', 'stopped'],
    rival: 'withdraw',
  },
  scheduled: {
    way: TURN,
    doings: [
      ...(['move-appointment', 'move-turn', 'cancel-appointment', 'cancel-turn', 'withdraw', 'deadline'] as const),
      ...(['close-office', 'show-case', 'wish-for-earlier', 'forget-the-wish'] as const),
      ...(['move-appointment, unheard', 'stopped'] as const),
    ],
    rival: 'cancel-turn',
  },
  'scheduled, reminded once': {
    way: [...TURN, 'deadline'],
    doings: ['withdraw', 'deadline', 'stopped'],
    rival: 'cancel-turn',
  },
  'scheduled, at its time': {
    way: [...TURN, 'turn'],
    doings: ['check-in', 'arrive', 'no-show', 'host-absent', 'deadline', 'arrive, unheard', 'stopped'],
    rival: 'arrive',
  },
  met: {
    way: MET,
    doings: [
      ...(['outcome-with-orders', 'outcome-without-orders', 'deadline'] as const),
      ...(['outcome-with-orders, unheard', 'stopped'] as const),
    ],
    rival: 'outcome-without-orders',
  },
  'in-follow-up': {
    way: ORDERS,
    doings: ['report', 'renew', 'bar', 'hand-over', 'add-order', 'deadline', 'renew, unheard', 'stopped'],
    rival: 'add-order',
  },
  'in-follow-up, one reported': {
    way: [...ORDERS, 'report'],
    doings: ['report', 'dispute-order', 'confirm-order'],
    rival: 'renew',
  },
  'awaiting-confirmation': {
    way: [...ORDERS, 'report', 'report'],
    doings: ['confirm-order', 'dispute-order', 'add-order', 'deadline', 'dispute-order, unheard', 'stopped'],
    rival: 'confirm-order',
  },
  'awaiting-confirmation of a meeting': {
    way: [...MET, 'outcome-without-orders'],
    doings: ['settled', 'unsettled', 'deadline'],
    rival: 'settled',
  },
  closed: { way: ['withdraw'], doings: ['show-case', 'stopped'], rival: 'rate' },
  'closed after an answer': { way: ['answer', 'solved'], doings: ['object', 'object, unheard'], rival: 'object' },
  'closed after a meeting': {
    way: [...MET, 'outcome-without-orders', 'settled'],
    doings: ['rate', 'object'],
    rival: 'object',
  },
} as const satisfies Record<string, Situation>;
export type SituationName = keyof typeof SITUATIONS;
