import { confirmOutcome } from '../../../contract/citizen/orders.ts';
import { trackRequest } from '../../../contract/citizen/requests.ts';
import { acceptOffer } from '../../../contract/citizen/turns.ts';
import { closeOffice } from '../../../contract/staff/closure.ts';
import { checkIn, giveWalkIn, recordStation } from '../../../contract/staff/meeting-day.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { listSessions } from '../../../contract/staff/session.ts';
import { giveTurn, recordAttendance } from '../../../contract/staff/turn.ts';
import { plusMinutes } from '../../../domain/time.ts';
import { isAccepted, meets, openTurns, plansSession, type Turn } from '../acts.ts';
import type { Life, Scene } from '../life.ts';

/** From the door to the way out: each station is recorded where it happens. */
async function* passesThrough({ staff, days }: Scene, turn: Turn, code: string) {
  if (!turn) throw new Error('There is no turn to come to');
  yield plusMinutes(turn.startsAt, -20);
  const secretary = staff('secretary');
  await secretary.ask(checkIn, { body: { code } });
  yield turn.startsAt;
  await secretary.on(recordStation, { station: 'called', room: '۲' });
  yield days.later(2);
  await secretary.on(recordStation, { station: 'in' });
  yield days.later(9);
  await secretary.on(recordStation, { station: 'out' });
}

/** What was said in the meeting settles the matter, and the citizen says so. */
async function* isSettled({ citizen, staff, days }: Scene, comment: string) {
  await staff('secretary').on(recordOutcome, { result: 'met', comment, orders: [] });
  yield days.morning(2);
  await citizen.on(confirmOutcome, { settled: true });
}

/** The turn that is held for the citizen now is taken. */
const takesOffer = async ({ citizen }: Scene): Promise<Turn> => {
  const { request } = await citizen.on(trackRequest);
  const slot = request.offered?.[0]?.slot ?? '';
  return (await citizen.on(acceptOffer, { slot })).appointment;
};

/** A meeting day with its times: arrived by the tracking code, called, in, out. */
export const arrivedInTime: Life = {
  id: 'arrived-in-time',
  city: 'tehran',
  official: 'd07-mayor',
  topic: 'green-space',
  text: 'نیمکت‌های بوستان محله شکسته و روشنایی مسیر پیاده‌روی خاموش است.',
  wanted: 'تعمیر نیمکت‌ها و روشنایی بوستان',
  async *story(scene) {
    await plansSession(scene, 6);
    yield* isAccepted(scene);
    yield scene.days.later(15);
    const [slot = ''] = await openTurns(scene);
    const { appointment, code } = await scene.staff('secretary').on(giveTurn, { slot });
    yield* passesThrough(scene, appointment, code);
    yield scene.days.later(20);
    yield* isSettled(scene, 'تعمیر نیمکت‌ها از فردا آغاز می‌شود.');
  },
  ends: { reason: 'resolved', orders: [], events: { scheduled: 1, arrived: 1, 'no-show': 0 } },
};

/** Somebody comes without a turn, is given a ticket at the door, and is met the same morning. */
export const walkedIn: Life = {
  id: 'walked-in',
  city: 'tehran',
  official: 'd08-mayor',
  topic: 'green-space',
  text: 'شاخه‌های درخت روبه‌روی خانه روی کابل برق افتاده است.',
  wanted: 'هرس درخت',
  async *story(scene) {
    const { life, staff, person, days, isAbout } = scene;
    await plansSession(scene, 3);
    const { items } = await staff('secretary').ask(listSessions, { params: { official: life.official } });
    const session = items.at(-1);
    if (!session) throw new Error('A session was planned');
    yield plusMinutes(session.startsAt, 10);
    const { name, mobile, language } = person;
    const body = { topic: life.topic, name, mobile, language, text: life.text };
    const walkIn = await staff('secretary').ask(giveWalkIn, { params: { session: session.id }, body });
    isAbout(walkIn.request);
    yield walkIn.request.appointment?.startsAt ?? session.endsAt;
    await staff('secretary').on(recordStation, { station: 'in' });
    yield days.later(8);
    await staff('secretary').on(recordStation, { station: 'out' });
    yield days.later(20);
    yield* isSettled(scene, 'هرس درخت به پیمانکار ناحیه ابلاغ شد.');
  },
  ends: { reason: 'resolved', orders: [], events: { submitted: 1, accepted: 1, scheduled: 1, arrived: 1 } },
};

/** The district is shut for a day: another turn is held at once, and nobody has to ask for it. */
export const closureMoved: Life = {
  id: 'closure-moved',
  city: 'tehran',
  official: 'd04-mayor',
  topic: 'green-space',
  text: 'آب‌نمای میدان محله ماه‌هاست خراب است و پشه‌ها در آن جمع شده‌اند.',
  wanted: 'تعمیر آب‌نما',
  async *story(scene) {
    const { staff, days, unit } = scene;
    await plansSession(scene, 6);
    await plansSession(scene, 10);
    yield* isAccepted(scene);
    yield days.later(15);
    const [slot = ''] = await openTurns(scene);
    const { appointment } = await staff('secretary').on(giveTurn, { slot });
    if (!appointment) throw new Error('A turn was given');
    yield plusMinutes(appointment.startsAt, -20 * 60);
    const on = appointment.startsAt.slice(0, 10);
    const reason = { fa: 'آلودگی هوا', en: 'Air pollution' };
    await staff('manager').ask(closeOffice, { body: { unit, on, reason } });
    yield days.later(30);
    const instead = await takesOffer(scene);
    yield* meets(scene, instead);
    yield* isSettled(scene, 'آب‌نما تا پایان ماه تعمیر می‌شود.');
  },
  ends: { reason: 'resolved', orders: [], events: { cancelled: 1, scheduled: 2, arrived: 1, 'no-show': 0 } },
};

/** The official does not come: the citizen is held another turn at once, and it counts against the unit. */
export const hostAbsent: Life = {
  id: 'host-absent',
  city: 'tehran',
  official: 'd15-mayor',
  topic: 'green-space',
  text: 'فضای بازی کودکان بوستان کف‌پوش ندارد و بچه‌ها زمین می‌خورند.',
  wanted: 'نصب کف‌پوش ایمن',
  async *story(scene) {
    const { staff, days } = scene;
    await plansSession(scene, 6);
    await plansSession(scene, 10);
    yield* isAccepted(scene);
    yield days.later(15);
    const [slot = ''] = await openTurns(scene);
    const { appointment } = await staff('secretary').on(giveTurn, { slot });
    if (!appointment) throw new Error('A turn was given');
    yield appointment.endsAt;
    await staff('secretary').on(recordAttendance, { attendance: 'host-absent' });
    yield days.later(60);
    const instead = await takesOffer(scene);
    yield* meets(scene, instead);
    yield* isSettled(scene, 'کف‌پوش ایمن خریداری و نصب می‌شود.');
  },
  ends: { reason: 'resolved', orders: [], events: { 'host-absent': 1, scheduled: 2, arrived: 1, 'no-show': 0 } },
};
