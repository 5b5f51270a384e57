import { confirmOrder, disputeOrder } from '../../../contract/citizen/orders.ts';
import { reportOrderDone } from '../../../contract/staff/order.ts';
import { askAboutOrder } from '../../../contract/staff/order-acts.ts';
import { recordOutcome } from '../../../contract/staff/outcome.ts';
import { acceptRequest, answerRequest, askCitizen, declineRequest } from '../../../contract/staff/triage.ts';
import { giveTurn, offerSlots } from '../../../contract/staff/turn.ts';
import { isAccepted, meets, openTurns, showsPages, uploads } from '../../../local/demo/acts.ts';
import type { Life, Scene } from '../../../local/demo/life.ts';
import { bandOf, toPng, writtenPage } from '../../../local/demo/paper.ts';

type Story = Life['story'];

const ORDER = { text: 'روشنایی کوچه ظرف دو هفته برقرار شود و نتیجه به شهروند گفته شود.', unit: 'd06' };

/** Somebody asks for a meeting, a little later than the one before. */
async function* asks({ citizen, days }: Scene) {
  yield days.later(1);
  await citizen.submits();
}

/** The meeting was held; what it came to is still to be written down. */
export async function* isHeld(scene: Scene) {
  yield* isAccepted(scene);
  const [slot = ''] = await openTurns(scene);
  const { appointment } = await scene.staff('secretary').on(giveTurn, { slot });
  yield* meets(scene, appointment);
}

type Written = { readonly dueInWorkingDays?: number; readonly isCut?: boolean };

/** The meeting was held, and an order was written; its card may be cut from the sheet, on which a name is blacked out. */
async function* isMet(scene: Scene, { isCut = false, ...due }: Written = {}) {
  yield* isHeld(scene);
  const scan = await uploads(scene, 'order.png', toPng(writtenPage(6)));
  const band = { page: 1, ...bandOf(0, 6) };
  if (isCut) await showsPages(scene, scan, [{ ...band, y: 700, x: 600, width: 300, reason: 'other-person' }]);
  const order = { ...ORDER, ...due, ...(isCut && { box: { document: scan.id, ...band } }) };
  const comment = 'شهردار منطقه دستور پیگیری داد.';
  await scene.staff('secretary').on(recordOutcome, { result: 'met', comment, scan, orders: [order] });
}

async function* isReported(scene: Scene, written?: Written) {
  yield* isMet(scene, written);
  yield scene.days.morning(2);
  const proof = { letterNumber: '۱۴۰۵/۶/۱۱۳۲', note: 'هشت چراغ نصب شد.' };
  await scene.staff('owner').on(reportOrderDone, proof, { number: 1 });
}

/** Stories that need days to pass, and end at the stage that names them. */
export const LONG_STORIES = {
  met: isHeld,
  'in-follow-up': (scene) => isMet(scene, { isCut: true }),
  async *'asked-about-order'(scene) {
    yield* isMet(scene);
    yield scene.days.morning(1);
    const text = 'نشانی دقیق چراغ‌های خاموش را بنویسید تا گروه نصب اعزام شود.';
    await scene.staff('owner').on(askAboutOrder, { text }, { number: 1 });
  },
  /** Nobody did anything in time: it has come to the manager. */
  overdue: (scene) => isMet(scene, { dueInWorkingDays: 1 }),
  async *disputed(scene) {
    yield* isReported(scene, { isCut: true });
    yield scene.days.morning(1);
    const text = 'از هشت چراغ تنها سه چراغ روشن شده است.';
    await scene.citizen.on(disputeOrder, { text, undone: 'partly' }, { order: 1 });
    yield scene.days.morning(3);
  },
  'awaiting-confirmation': (scene) => isReported(scene),
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

export const STAGES = Object.keys({ ...LONG_STORIES, ...SHORT_STORIES }) as Stage[];

/** Some stages are named after their orders. */
export const statusAt = (stage: Stage): string =>
  stage === 'overdue' || stage === 'disputed' || stage === 'asked-about-order' ? 'in-follow-up' : stage;
