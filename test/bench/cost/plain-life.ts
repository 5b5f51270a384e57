import { confirmOrder } from '../../../contract/citizen/orders.ts';
import { confirmContact, openPersonalLink, proveContact } from '../../../contract/citizen/proofs.ts';
import { trackRequest } from '../../../contract/citizen/requests.ts';
import { submitRequest } from '../../../contract/citizen/submission.ts';
import { showCase } from '../../../contract/staff/case.ts';
import { reportOrderDone } from '../../../contract/staff/order.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { planSession, showSession } from '../../../contract/staff/session.ts';
import { acceptRequest } from '../../../contract/staff/triage.ts';
import { giveTurn, recordAttendance } from '../../../contract/staff/turn.ts';
import { calendarOf } from '../../../domain/office.ts';
import { readOneTimeCode } from '../../../domain/one-time-code.ts';
import { instantOf, toMillis } from '../../../domain/time.ts';
import { diceOf } from '../../../local/demo/dice.ts';
import { officeDays } from '../../../local/demo/office-days.ts';
import { inventPerson, type Person } from '../../../local/demo/person.ts';
import { SEEDED } from '../../support/world.ts';
import type { CountedOffice } from './counted-office.ts';

export const CITY = 'tehran';
const OFFICIAL = 'd06-mayor';
const LAST_LETTERS_MS = 10 * 60_000;
const office = SEEDED[CITY];

/**
 * The plain life as one written script: two reminders, a meeting, an order that is carried out and confirmed. The citizen looks
 * ten times, through their personal link once an hour has passed, and the staff open the case four times.
 *
 * @returns the request's id
 */
export const playPlainLife = async (counted: CountedOffice, slot: string): Promise<string> => {
  const dice = diceOf('cost');
  const days = officeDays(calendarOf(office, 'd06'), () => counted.clock.now(), dice);
  const go = (at: string) => counted.moveTo(toMillis(at));
  const citizen = await submits(counted, inventPerson(office, dice, 1));
  const params = { id: citizen.id };
  const opensCase = () => counted.ask(showCase, { username: 'secretary.d06', params });
  const secretary = { username: 'secretary.d06', params };

  await citizen.looks();
  await go(days.morning(1));
  await opensCase();
  await counted.ask(acceptRequest, { username: 'expert.d06', params, body: {} });
  await citizen.looks();

  await go(days.later(30));
  await opensCase();
  const { appointment } = await counted.ask(giveTurn, { ...secretary, body: { slot } });
  if (!appointment) throw new Error('The turn was given');
  await citizen.looks();
  await citizen.looks();

  await go(appointment.startsAt);
  await citizen.looks();
  await opensCase();
  await counted.ask(recordAttendance, { ...secretary, body: { attendance: 'arrived' } });
  await go(days.later(25));
  const orders = [{ text: 'روشنایی کوچه ظرف دو هفته برقرار شود.', unit: 'd06' }];
  const comment = 'شهردار منطقه دستور پیگیری داد.';
  await counted.ask(recordOutcome, { ...secretary, body: { result: 'met', comment, orders } });
  await citizen.looks();
  await citizen.looks();

  await go(days.morning(6));
  const done = { letterNumber: '۱۴۰۵/۶/۱۱۳۲', note: 'هشت چراغ نصب شد.' };
  await counted.ask(reportOrderDone, { username: 'owner.d06', params: { ...params, number: '1' }, body: done });
  await citizen.looks();
  await go(days.morning(2));
  await opensCase();
  await citizen.looks();
  await citizen.confirms();
  await citizen.looks();
  await counted.moveTo(counted.clock.now() + LAST_LETTERS_MS);
  return citizen.id;
};

/** A morning of turns, which twelve lives share; it is on nobody's account. */
export const planMorning = async (counted: CountedOffice): Promise<string> => {
  const days = officeDays(calendarOf(office, 'd06'), () => counted.clock.now(), diceOf('cost'));
  const plan = { venue: 'd06-office', mode: 'in-person', on: days.meetingDay(9), from: '10:00', to: '12:00' } as const;
  const secretary = { username: 'secretary.d06' };
  const { id } = await counted.ask(planSession, { ...secretary, params: { official: OFFICIAL }, body: plan });
  const { slots } = await counted.ask(showSession, { ...secretary, params: { session: id } });
  const [, , third] = slots.filter(({ state, kind }) => state === 'free' && kind === 'regular');
  if (!third) throw new Error('A morning has three turns');
  return third.id;
};

/** Proves the mobile, submits, and keeps the personal link. */
const submits = async (counted: CountedOffice, { name, identity, mobile }: Person) => {
  const contact = { kind: 'mobile', value: mobile } as const;
  const { proofId } = await counted.ask(proveContact, { body: { contact } });
  const code = counted.outbox
    .messages({ to: mobile })[0]
    ?.text.split(/\s/)
    .find((word) => readOneTimeCode(word));
  const { token, expiresAt } = await counted.ask(confirmContact, { body: { proofId, code } });
  const applicant = { kind: 'person', name, identity } as const;
  const text = 'روشنایی کوچه ما از اول ماه قطع است و سه بار گزارش آن بی‌پاسخ مانده است.';
  const wanted = 'نصب چراغ‌های تازه پیش از کوتاه شدن روزها';
  const matter = { official: OFFICIAL, topic: 'city-services', text, wanted };
  const { request, personalLink } = await counted.ask(submitRequest, {
    token,
    body: { ...matter, applicant, contact },
  });
  const { id } = request;
  counted.follow(id);
  let session = { token, expiresAt };
  const signedIn = async (): Promise<string> => {
    const now = instantOf(counted.clock.now());
    if (session.expiresAt <= now) session = await counted.ask(openPersonalLink, { body: { secret: personalLink } });
    return session.token;
  };
  return {
    id,
    looks: async () => counted.ask(trackRequest, { token: await signedIn(), params: { id } }),
    confirms: async () => counted.ask(confirmOrder, { token: await signedIn(), params: { id, order: '1' } }),
  };
};
