import { withdrawRequest } from '../../../contract/citizen/requests.ts';
import { object, respondToAnswer } from '../../../contract/citizen/words.ts';
import { answerRequest, declineRequest } from '../../../contract/staff/triage.ts';
import { isAccepted } from '../acts.ts';
import type { Life } from '../life.ts';

/** A letter serves the citizen better than a meeting would. */
export const answered: Life = {
  id: 'answered',
  city: 'tehran',
  official: 'metro-head',
  topic: 'transport',
  text: 'آسانسور ایستگاه نزدیک خانه ما یک ماه است کار نمی‌کند و مادرم با ویلچر رفت‌وآمد می‌کند.',
  wanted: 'دانستن زمان راه‌اندازی آسانسور',
  async *story({ citizen, staff, days }) {
    await citizen.submits();
    yield days.morning(2);
    await staff('expert').on(answerRequest, { text: 'قطعه آسانسور رسیده است و از شنبه آینده کار می‌کند.' });
    yield days.morning(3);
    await citizen.on(respondToAnswer, { response: 'solved' });
  },
  ends: { reason: 'answered', orders: [], events: { answered: 1, scheduled: 0 } },
};

/** A decline is looked at once more, one rank up; the second is final. */
export const declinedObjected: Life = {
  id: 'declined-objected',
  city: 'eastmere',
  official: 'old-town-alderman',
  topic: 'listed-building',
  text: 'I should like to take down the listed garden wall behind my house, for it keeps the light out.',
  wanted: 'Leave to remove the wall',
  async *story({ citizen, staff, days }) {
    await citizen.submits();
    yield days.morning(1);
    const first = 'A listed wall cannot be given up in a meeting; the planning committee decides.';
    await staff('expert').on(declineRequest, { reasonCode: 'not-for-a-meeting', text: first });
    yield days.morning(2);
    await citizen.on(object, { text: 'The committee has never answered me. I still ask to be heard.' });
    yield days.morning(2);
    const second = 'The committee will hear the case on its next open day; the alderman has no say in it.';
    await staff('manager').on(declineRequest, { reasonCode: 'not-for-a-meeting', text: second });
  },
  ends: { reason: 'declined', orders: [], events: { declined: 2, objected: 1, scheduled: 0 } },
};

/** The citizen needs the meeting no more, and says so from the queue. */
export const withdrawn: Life = {
  id: 'withdrawn',
  city: 'eastmere',
  official: 'northfield-alderman',
  topic: 'council-tax',
  text: 'My council tax was counted twice this year and nobody at the office could say why.',
  wanted: 'The second bill taken back',
  async *story(scene) {
    yield* isAccepted(scene);
    yield scene.days.morning(3);
    await scene.citizen.on(withdrawRequest, { text: 'The bill was taken back today.' });
  },
  ends: { reason: 'withdrawn', orders: [], events: { accepted: 1, withdrawn: 1, scheduled: 0 } },
};
