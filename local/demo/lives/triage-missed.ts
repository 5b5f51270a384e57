import { confirmOutcome } from '../../../contract/citizen/orders.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { acceptRequest } from '../../../contract/staff/triage.ts';
import { giveTurn } from '../../../contract/staff/turn.ts';
import { meets, openTurns, plansSession } from '../acts.ts';
import type { Life } from '../life.ts';

/** Nobody looks at it: it climbs to the unit's manager, then to the coordinator, who takes it up. */
export const triageMissed: Life = {
  id: 'triage-missed',
  city: 'tehran',
  official: 'd01-mayor',
  topic: 'building-permit',
  text: 'پرونده پروانه ساخت من چهار ماه است میان دو اتاق مانده و پاسخ روشنی نمی‌گیرم.',
  wanted: 'روشن شدن وضعیت پروانه',
  async *story(scene) {
    const { citizen, staff, days } = scene;
    await citizen.submits();
    yield days.morning(7);
    await staff('coordinator').on(acceptRequest, {});
    await plansSession(scene, 7);
    yield days.morning(1);
    const [first = ''] = await openTurns(scene);
    const { appointment } = await staff('secretary').on(giveTurn, { slot: first });
    yield* meets(scene, appointment);
    await staff('secretary').on(recordOutcome, { result: 'met', comment: 'پرونده همان روز امضا شد.', orders: [] });
    yield days.morning(1);
    await citizen.on(confirmOutcome, { settled: true, text: 'پروانه را گرفتم.' });
  },
  ends: { reason: 'resolved', orders: [], events: { escalated: 2, accepted: 1, reminded: 2, arrived: 1 } },
};
