import { confirmOrder } from '../../../contract/citizen/orders.ts';
import { reportOrderDone } from '../../../contract/staff/order.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { acceptRequest, answerRequest, askCitizen, declineRequest } from '../../../contract/staff/triage.ts';
import { giveTurn, offerSlots } from '../../../contract/staff/turn.ts';
import { isAccepted, meets, openTurns, uploads } from '../../../local/demo/acts.ts';
import type { Life, Scene } from '../../../local/demo/life.ts';
import { toPng, writtenPage } from '../../../local/demo/paper.ts';

type Story = Life['story'];

const ORDER = { text: 'روشنایی کوچه ظرف دو هفته برقرار شود و نتیجه به شهروند گفته شود.', unit: 'd06' };

/** Somebody asks for a meeting, a little later than the one before. */
async function* asks({ citizen, days }: Scene) {
  yield days.later(1);
  await citizen.submits();
}

/** The meeting was held, and an order was written. */
async function* isMet(scene: Scene) {
  yield* isAccepted(scene);
  const [slot = ''] = await openTurns(scene);
  const { appointment } = await scene.staff('secretary').on(giveTurn, { slot });
  yield* meets(scene, appointment);
  const scan = await uploads(scene, 'order.png', toPng(writtenPage(6)));
  const comment = 'شهردار منطقه دستور پیگیری داد.';
  await scene.staff('secretary').on(recordOutcome, { result: 'met', comment, scan, orders: [ORDER] });
}

async function* isReported(scene: Scene) {
  yield* isMet(scene);
  yield scene.days.morning(2);
  const proof = { letterNumber: '۱۴۰۵/۶/۱۱۳۲', note: 'هشت چراغ نصب شد.' };
  await scene.staff('owner').on(reportOrderDone, proof, { number: 1 });
}

/** Stories that need days to pass, and end at the stage that names them. */
export const LONG_STORIES = {
  'in-follow-up': isMet,
  'awaiting-confirmation': isReported,
  async *closed(scene) {
    yield* isReported(scene);
    yield scene.days.morning(1);
    await scene.citizen.on(confirmOrder, undefined, { order: 1 });
  },
} satisfies Record<string, Story>;

/** Stories of today; each must be told before its deadline passes. */
export const SHORT_STORIES = {
  submitted: asks,
  async *'needs-info'(scene) {
    yield* asks(scene);
    await scene.staff('expert').on(askCitizen, { text: 'لطفاً شماره پرونده پیشین و تصویر نامه را بفرستید.' });
  },
  async *answered(scene) {
    yield* asks(scene);
    const text = 'این کوچه در برنامه روشنایی همین ماه است و نیازی به ملاقات نیست.';
    await scene.staff('expert').on(answerRequest, { text });
  },
  async *declined(scene) {
    yield* asks(scene);
    const body = { reasonCode: 'before-a-court', text: 'این موضوع در دادگاه در حال رسیدگی است.' };
    await scene.staff('expert').on(declineRequest, body);
  },
  async *scheduled(scene) {
    yield* isAccepted(scene);
    const [slot = ''] = await openTurns(scene);
    await scene.staff('secretary').on(giveTurn, { slot });
  },
  async *offered(scene) {
    yield* isAccepted(scene);
    await scene.staff('secretary').on(offerSlots, { slots: (await openTurns(scene)).slice(0, 3) });
  },
  /** Accepted a day after the others, for nobody is given a turn while somebody waits before them. */
  async *waiting(scene) {
    yield* asks(scene);
    yield scene.days.morning(2);
    await scene.staff('expert').on(acceptRequest, {});
  },
} satisfies Record<string, Story>;

export type Stage = keyof typeof LONG_STORIES | keyof typeof SHORT_STORIES;
