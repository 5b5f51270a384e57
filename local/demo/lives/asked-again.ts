import { answerOrder, confirmOrder, disputeOrder } from '../../../contract/citizen/orders.ts';
import { sayStillDone } from '../../../contract/citizen/words.ts';
import { reportOrderDone } from '../../../contract/staff/order.ts';
import { askAboutOrder, handOverOrder } from '../../../contract/staff/order-acts.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { giveTurn } from '../../../contract/staff/turn.ts';
import { isAccepted, meets, openTurns, plansSession } from '../acts.ts';
import type { Life } from '../life.ts';

const TWO_MONTHS = 61 * 24 * 60;

/** One order waits for the citizen and is only partly done, one is handed over; asked again later, neither has held. */
export const askedAgain: Life = {
  id: 'asked-again',
  city: 'tehran',
  official: 'd03-mayor',
  topic: 'green-space',
  text: 'درختان پارک محله ما خشکیده‌اند و آب پاشی آن‌ها ماه‌هاست قطع شده است.',
  wanted: 'آبیاری دوباره درختان و کاشت نهال به جای خشکیده‌ها',
  async *story(scene) {
    const { citizen, staff, days } = scene;
    await plansSession(scene, 9);
    yield* isAccepted(scene);
    yield days.later(30);
    const [first = ''] = await openTurns(scene);
    const { appointment } = await staff('secretary').on(giveTurn, { slot: first });
    yield* meets(scene, appointment);
    await staff('secretary').on(recordOutcome, {
      ...{ result: 'ended-early', because: 'expert-missing', attendees: [{ unit: 'parks' }] },
      comment: 'کارشناس فضای سبز حاضر نبود؛ دو دستور داده شد.',
      orders: [
        { text: 'آبیاری درختان از سر گرفته شود.', unit: 'd03', dueInWorkingDays: 15, proofWanted: 'تصویر محل' },
        { text: 'به جای درختان خشکیده نهال کاشته شود.', unit: 'parks' },
      ],
    });

    yield days.morning(2);
    const handedOver = { unit: 'd03', reason: 'پارک محله‌ای در اختیار منطقه است.' };
    await staff('manager', 'parks').on(handOverOrder, handedOver, { number: 2 });
    await staff('owner').on(askAboutOrder, { text: 'کدام ضلع پارک خشکیده است؟' }, { number: 1 });
    yield days.morning(3);
    await citizen.on(answerOrder, { text: 'ضلع شرقی، کنار زمین بازی.' }, { order: 1 });

    yield days.morning(4);
    await staff('owner').on(reportOrderDone, { letterNumber: '۱۴۰۵/۳/۸۱۲' }, { number: 1 });
    await staff('owner').on(reportOrderDone, { letterNumber: '۱۴۰۵/۳/۸۱۳' }, { number: 2 });
    yield days.morning(1);
    const left = { undone: 'partly', text: 'ردیف کنار دیوار هنوز آب ندارد.' } as const;
    await citizen.on(disputeOrder, left, { order: 1 });
    await citizen.on(confirmOrder, undefined, { order: 2 });
    yield days.morning(2);
    await staff('manager').on(reportOrderDone, { letterNumber: '۱۴۰۵/۳/۸۴۰' }, { number: 1 });
    yield days.morning(1);
    await citizen.on(confirmOrder, undefined, { order: 1 });

    yield days.later(TWO_MONTHS);
    await citizen.on(sayStillDone, { done: false, text: 'آب دوباره قطع شد و نهال‌ها خشکیدند.' });
    yield days.morning(2);
    await staff('coordinator').on(reportOrderDone, { letterNumber: '۱۴۰۵/ر/۱۹' }, { number: 1 });
    await staff('manager').on(reportOrderDone, { letterNumber: '۱۴۰۵/۳/۹۹۱' }, { number: 2 });
    yield days.morning(1);
    await citizen.on(confirmOrder, undefined, { order: 1 });
    await citizen.on(confirmOrder, undefined, { order: 2 });
  },
  ends: {
    reason: 'resolved',
    orders: [
      { status: 'confirmed', rung: 2, disputes: 2 },
      { status: 'confirmed', rung: 1, disputes: 1 },
    ],
    events: {
      ...{ 'outcome-recorded': 1, 'order-handed-over': 1, 'order-asked': 1, 'order-answered': 1 },
      ...{ 'order-disputed': 1, objected: 1, 'order-confirmed': 4, closed: 2 },
    },
  },
};
