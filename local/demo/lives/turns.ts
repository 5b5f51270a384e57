import { confirmOutcome } from '../../../contract/citizen/orders.ts';
import { acceptOffer, moveAppointment } from '../../../contract/citizen/turns.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { giveTurn, offerSlots, recordAttendance } from '../../../contract/staff/turn.ts';
import { freeTurns, isAccepted, meets, openTurns, plansSession } from '../acts.ts';
import type { Life } from '../life.ts';

/** The first turn is missed; the second is kept, and what was said there settles the matter. */
export const noShowRebooked: Life = {
  id: 'no-show-rebooked',
  city: 'tehran',
  official: 'd12-mayor',
  topic: 'green-space',
  text: 'درخت‌های کهنسال روبه‌روی بازارچه رو به خشکی است و آبیاری آن‌ها قطع شده است.',
  wanted: 'از سر گرفتن آبیاری درخت‌ها',
  async *story(scene) {
    const { citizen, staff, days } = scene;
    await plansSession(scene, 6);
    yield* isAccepted(scene);
    yield days.later(15);
    const [early = ''] = await openTurns(scene);
    const { appointment: missed } = await staff('secretary').on(giveTurn, { slot: early });
    if (missed) yield missed.endsAt;
    await staff('secretary').on(recordAttendance, { attendance: 'no-show' });

    yield days.morning(1);
    await plansSession(scene, 5);
    const [again = ''] = await openTurns(scene);
    const { appointment } = await staff('secretary').on(giveTurn, { slot: again });
    yield* meets(scene, appointment);
    const comment = 'آبیاری از همان هفته از سر گرفته شد.';
    await staff('secretary').on(recordOutcome, { result: 'met', comment, orders: [] });
    yield days.morning(2);
    await citizen.on(confirmOutcome, { settled: true });
  },
  ends: {
    reason: 'resolved',
    orders: [],
    events: { scheduled: 2, 'no-show': 1, arrived: 1, reminded: 4, 'order-confirmed': 1 },
  },
};

/** An offer is taken and the turn moved as often as the city allows; after the meeting no answer comes. */
export const movedTwice: Life = {
  id: 'moved-twice',
  city: 'eastmere',
  official: 'homes-director',
  topic: 'repairs',
  text: 'The boiler of our house has been waiting for a part since the winter and the rooms stay cold.',
  wanted: 'A date for the repair',
  async *story(scene) {
    const { citizen, staff, days } = scene;
    await plansSession(scene, 8);
    await plansSession(scene, 12);
    yield* isAccepted(scene);
    yield days.later(20);
    const offered = (await openTurns(scene)).slice(0, 3);
    await staff('secretary').on(offerSlots, { slots: offered });
    yield days.morning(1);
    await citizen.on(acceptOffer, { slot: offered[0] ?? '' });
    yield days.morning(1);
    const [, , , later = ''] = await freeTurns(scene);
    await citizen.on(moveAppointment, { slot: later });
    yield days.morning(2);
    const latest = (await freeTurns(scene)).at(-1) ?? '';
    const { appointment } = await citizen.on(moveAppointment, { slot: latest });
    yield* meets(scene, appointment);
    const comment = 'The part has come; a fitter will call.';
    await staff('secretary').on(recordOutcome, { result: 'partly', comment, orders: [] });
    yield days.morning(12);
  },
  ends: {
    reason: 'settled-silently',
    orders: [],
    events: { offered: 1, scheduled: 1, moved: 2, reminded: 2, arrived: 1, 'order-confirmed': 0 },
  },
};
