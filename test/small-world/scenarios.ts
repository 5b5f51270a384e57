import type { Scenario } from './world.ts';

const TO_THE_TURN = ['submit', 'accept', 'give'] as const;
const TO_THE_ORDER = [...TO_THE_TURN, 'arrive', 'outcome'] as const;

/**
 * The world in parts, each searched to its end: one for each place at which people, the sweeper, timers and faults can meet.
 * All but the last two have one request, for two requests share nothing but the turn; who gets the turn is in the last two,
 * with two citizens and two members of the staff at once.
 */
export const SCENARIOS = {
  birth: {
    says: 'A request comes in and is accepted or withdrawn; a process dies.',
    ...{ citizens: 1, turn: 'none', before: [], acts: { submit: 1, accept: 1, withdraw: 1 }, atOnce: 1, crashes: 1 },
  },
  'two-crashes': {
    says: 'A request comes in; two processes die.',
    ...{ citizens: 1, turn: 'none', before: [], acts: { submit: 1, withdraw: 1 }, atOnce: 1, crashes: 2 },
  },
  'two-at-once': {
    says: 'Two members of the staff accept what its citizen withdraws.',
    ...{ citizens: 1, turn: 'none', before: ['submit'], acts: { accept: 2, withdraw: 1 }, atOnce: 2 },
  },
  'impatient-sweeper': {
    says: 'The sweeper gives nobody a minute, but looks at once.',
    ...{ citizens: 1, turn: 'none', before: ['submit'], acts: { accept: 1, withdraw: 1 }, atOnce: 1, impatient: true },
  },
  killed: {
    says: 'An execution is killed wherever it stands.',
    ...{ citizens: 1, turn: 'none', before: ['submit'], acts: { accept: 1, withdraw: 1 }, atOnce: 1, kills: 1 },
  },
  'two-sweepers': {
    says: 'Two sweepers look at once.',
    ...{ citizens: 1, turn: 'none', before: ['submit'], acts: { accept: 1 }, atOnce: 1, impatient: true },
    sweepersAtOnce: 2,
  },
  turn: {
    says: 'A turn is given, cancelled and given again, with its reminders.',
    ...{ citizens: 1, before: ['submit', 'accept'], acts: { give: 2, cancel: 1 }, atOnce: 1 },
  },
  redeployed: {
    says: 'The definition is replaced while requests wait for a reminder that the older one does not know.',
    ...{ citizens: 1, before: TO_THE_TURN, acts: { cancel: 1 }, atOnce: 1, redeploys: 1 },
  },
  order: {
    says: 'An order is renewed, reported and confirmed, or runs late.',
    ...{ citizens: 1, before: TO_THE_ORDER, acts: { renew: 1, report: 1, confirm: 1 }, atOnce: 1 },
  },
  reopened: {
    says: 'What was closed is objected to, while the execution that closed it may still be there; a process dies.',
    ...{ citizens: 1, before: [...TO_THE_ORDER, 'report'], acts: { confirm: 1, object: 1 }, atOnce: 1, crashes: 1 },
  },
  booking: {
    says: 'Two citizens and two members of the staff want the only turn; the duty may be called whenever something is due.',
    ...{
      citizens: 2,
      before: ['submit', 'accept'],
      acts: { offer: 1, give: 1, 'accept-offer': 1 },
      decisions: 2,
      atOnce: 2,
    },
    ...{ crashes: 2, withoutMachine: true },
  },
  rivals: {
    says: 'Two members of the staff give two citizens the only turn; two processes die, and the definition is replaced.',
    ...{ citizens: 2, before: ['submit', 'accept'], acts: { give: 1 }, atOnce: 2, crashes: 2, redeploys: 1 },
  },
} as const satisfies Record<string, Scenario>;
