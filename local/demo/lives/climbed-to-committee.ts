import { confirmOrder } from '../../../contract/citizen/orders.ts';
import { closeCommittee, decideMatter, openCommittee, planCommittee } from '../../../contract/staff/committee.ts';
import { reportOrderDone } from '../../../contract/staff/order.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { acceptRequest } from '../../../contract/staff/triage.ts';
import { giveTurn } from '../../../contract/staff/turn.ts';
import { meets, openTurns, plansSession } from '../acts.ts';
import type { Life, Scene } from '../life.ts';

const UNIT = 'd09';

/** Nobody attends to the order: it climbs to the top of the ladder, and from there to the committee, which gives it back. */
export const climbedToCommittee: Life = {
  id: 'climbed-to-committee',
  city: 'tehran',
  official: 'd09-mayor',
  topic: 'green-space',
  text: 'درختان حاشیه بوستان محله خشک شده‌اند و کسی به آبیاری آن‌ها نمی‌رسد.',
  wanted: 'آبیاری منظم و کاشت دوباره درختان',
  async *story(scene) {
    const { citizen, staff, days } = scene;
    const { id } = await citizen.submits();
    yield days.morning(1);
    await staff('expert').on(acceptRequest, {});
    await plansSession(scene, 6);
    yield days.morning(1);
    const [first = ''] = await openTurns(scene);
    const { appointment } = await staff('secretary').on(giveTurn, { slot: first });
    yield* meets(scene, appointment);
    const order = { text: 'آبیاری و واکاری درختان حاشیه بوستان.', unit: UNIT, dueOn: days.meetingDay(4) };
    await staff('secretary').on(recordOutcome, { result: 'met', comment: 'خواسته به‌جاست.', orders: [order] });

    // Overdue after four days, then three on each rung: manager, coordinator, inspector.
    yield days.morning(15);
    yield* isHeardByCommittee(scene, id);

    yield days.morning(2);
    const proof = { letterNumber: '۱۴۰۵/۲۲۱', note: 'آبیاری از این هفته منظم شد و ۴۰ نهال کاشته شد.' };
    await staff('manager', UNIT).on(reportOrderDone, proof, { number: 1 });
    yield days.morning(3);
    await citizen.on(confirmOrder, undefined, { order: 1 });
  },
  ends: {
    reason: 'resolved',
    orders: [{ status: 'confirmed', rung: 1, disputes: 0 }],
    events: { 'order-overdue': 1, escalated: 4, 'order-returned': 1, 'committee-decided': 1, 'order-reported': 1 },
  },
};

/** The committee of the city finds the matter on its agenda, and returns it to the manager of the district. */
async function* isHeardByCommittee({ staff, days }: Scene, request: string) {
  const chair = staff('manager', 'hq');
  const plan = { on: days.meetingDay(2), from: '10:00', to: '11:30', everyWeeks: 0 };
  const { id: committee, startsAt } = await chair.ask(planCommittee, { params: { unit: 'hq' }, body: plan });
  yield startsAt;
  const { matters } = await chair.ask(openCommittee, { params: { committee }, body: {} });
  const matter = matters.find((one) => one.request === request);
  if (!matter) throw new Error('The matter is not on the agenda');
  const params = { committee, number: matter.number };
  const text = 'منطقه تا پایان هفته برنامه آبیاری را اجرا کند و گزارش دهد.';
  await chair.ask(decideMatter, { params, body: { kind: 'return', text } });
  yield days.later(60);
  await chair.ask(closeCommittee, {
    params: { committee },
    body: { minutes: 'آبیاری بوستان به منطقه ۹ بازگردانده شد.' },
  });
}
