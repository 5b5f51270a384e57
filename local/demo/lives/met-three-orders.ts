import { confirmOrder, disputeOrder } from '../../../contract/citizen/orders.ts';
import { acceptOffer } from '../../../contract/citizen/turns.ts';
import { barOrder, reportOrderDone } from '../../../contract/staff/order.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { offerSlots } from '../../../contract/staff/turn.ts';
import { isAccepted, meets, openTurns, plansSession, showsPages, uploads } from '../acts.ts';
import type { Life, Scene } from '../life.ts';
import { bandOf, toPng, writtenPage } from '../paper.ts';

const ORDERS = [
  { text: 'Repair the handrail on the quay steps.', unit: 'harbour' },
  { text: 'Empty the bins on the quay every weekday.', unit: 'waste' },
  { text: 'Let the night tram stop at the quay.', unit: 'trams' },
];

/** One order is done, one is disputed and climbs before it is done, against one stands the law. */
export const metThreeOrders: Life = {
  id: 'met-three-orders',
  city: 'eastmere',
  official: 'harbour-alderman',
  topic: 'transport',
  text: 'The quay is unsafe and dirty: the handrail is broken, the bins overflow, and there is no late tram.',
  wanted: 'A quay that one can walk along in the evening',
  async *story(scene) {
    const { citizen, staff, days } = scene;
    await plansSession(scene, 8);
    yield* isAccepted(scene);
    yield days.later(10);
    const offered = (await openTurns(scene)).slice(0, 2);
    await staff('secretary').on(offerSlots, { slots: offered });
    yield days.morning(1);
    const { appointment } = await citizen.on(acceptOffer, { slot: offered[1] ?? '' });
    yield* meets(scene, appointment);
    await staff('secretary').on(recordOutcome, await handwritten(scene));

    yield days.morning(4);
    await staff('owner', 'harbour').on(reportOrderDone, { letterNumber: 'HW-2214' }, { number: 1 });
    await staff('owner', 'waste').on(reportOrderDone, { letterNumber: 'ER-0907' }, { number: 2 });
    await staff('secretary').on(
      barOrder,
      { ground: 'Night trams are fixed by the concession until it ends.' },
      { number: 3 },
    );
    yield days.morning(1);
    await citizen.on(confirmOrder, undefined, { order: 1 });
    await citizen.on(disputeOrder, { text: 'The bins were emptied once, not every weekday.' }, { order: 2 });

    yield days.morning(2);
    const again = { letterNumber: 'ER-0931', note: 'A crew now comes every weekday.' };
    await staff('manager', 'waste').on(reportOrderDone, again, { number: 2 });
    yield days.morning(5);
    await citizen.on(confirmOrder, undefined, { order: 2 });
  },
  ends: {
    reason: 'resolved',
    orders: [
      { status: 'confirmed', rung: 0, disputes: 0 },
      { status: 'confirmed', rung: 1, disputes: 1 },
      { status: 'legally-barred', rung: 0, disputes: 0 },
    ],
    events: {
      reminded: 2,
      'order-issued': 3,
      'order-reported': 3,
      'order-disputed': 1,
      'order-confirmed': 2,
      'order-barred': 1,
    },
    scans: 1,
  },
};

/** The sheet on which the alderman wrote, a name on it blacked out, and the part of each order. */
const handwritten = async (scene: Scene) => {
  const scan = await uploads(scene, 'orders.png', toPng(writtenPage(ORDERS.length)));
  const name = { ...bandOf(ORDERS.length - 1, ORDERS.length), page: 1, x: 700, width: 250 };
  await showsPages(scene, scan, [{ ...name, reason: 'other-person' }]);
  const orders = ORDERS.map((order, line) => ({
    ...order,
    box: { ...bandOf(line, ORDERS.length), document: scan.id, page: 1 },
  }));
  return { result: 'met', comment: 'All three points are fair.', scan, orders } as const;
};
