import { confirmOrder } from '../../../contract/citizen/orders.ts';
import { reportOrderDone } from '../../../contract/staff/order.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { giveTurn } from '../../../contract/staff/turn.ts';
import { isAccepted, meets, openTurns, plansSession } from '../acts.ts';
import type { Life } from '../life.ts';

/** The life that the whole design is for: two reminders, a meeting, an order that is carried out. */
export const plain: Life = {
  id: 'plain',
  city: 'tehran',
  official: 'd06-mayor',
  topic: 'city-services',
  text: 'روشنایی کوچه ما از اول ماه قطع است و سه بار گزارش آن بی‌پاسخ مانده است.',
  wanted: 'نصب چراغ‌های تازه پیش از کوتاه شدن روزها',
  async *story(scene) {
    const { citizen, staff, days } = scene;
    await plansSession(scene, 9);
    yield* isAccepted(scene);
    yield days.later(30);
    const [, , third = ''] = await openTurns(scene);
    const { appointment } = await staff('secretary').on(giveTurn, { slot: third });

    const order = { text: 'روشنایی کوچه ظرف دو هفته برقرار شود.', unit: 'd06' };
    yield* meets(scene, appointment);
    const comment = 'شهردار منطقه دستور پیگیری داد.';
    await staff('secretary').on(recordOutcome, { result: 'met', comment, orders: [order] });

    yield days.morning(6);
    await staff('owner').on(reportOrderDone, { letterNumber: '۱۴۰۵/۶/۱۱۳۲', note: 'هشت چراغ نصب شد.' }, { number: 1 });
    yield days.morning(2);
    await citizen.on(confirmOrder, undefined, { order: 1 });
  },
  ends: {
    reason: 'resolved',
    orders: [{ status: 'confirmed', rung: 0, disputes: 0 }],
    events: { scheduled: 1, reminded: 2, arrived: 1, 'order-issued': 1, 'order-confirmed': 1, escalated: 0 },
    transitionsAtMost: 10,
  },
};
