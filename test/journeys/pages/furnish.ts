import { listCallTasks } from '../../../contract/staff/call-task.ts';
import { showCase } from '../../../contract/staff/case.ts';
import { putPolicies } from '../../../contract/staff/city.ts';
import { closeOffice } from '../../../contract/staff/closure.ts';
import { planCommittee } from '../../../contract/staff/committee.ts';
import { registerRequest } from '../../../contract/staff/registration.ts';
import { listSessions } from '../../../contract/staff/session.ts';
import { accountName } from '../../../domain/account-name.ts';
import { calendarOf } from '../../../domain/office.ts';
import { ask } from '../../../local/api-client.ts';
import { plansSession } from '../../../local/demo/acts.ts';
import { diceOf } from '../../../local/demo/dice.ts';
import type { Life, Scene } from '../../../local/demo/life.ts';
import { officeDays } from '../../../local/demo/office-days.ts';
import { perform } from '../../../local/demo/perform.ts';
import { inventPerson } from '../../../local/demo/person.ts';
import { openScene } from '../../../local/demo/scene.ts';
import { officeOf } from '../../../local/demo/show-lives.ts';
import { citizenTokens, staffTokens } from '../../../local/demo/sign-ins.ts';
import type { System } from '../../../local/system.ts';
import { LONG_STORIES, SHORT_STORIES, STAGES, type Stage, statusAt } from './stages.ts';

const UNIT = 'd06';
const OFFICIAL = 'd06-mayor';
/** Nothing else happens there, so that no other page is changed by its closure. */
const CLOSED_UNIT = 'd21';
const TOPIC = 'city-services';
const TEXT = 'روشنایی کوچه ما از اول ماه قطع است و سه بار گزارش آن بی‌پاسخ مانده است.';

/** An office with something at every stage, and who may look at it. */
export type Furnished = Awaited<ReturnType<typeof furnish>>;

/** Fills a running office of Tehran through its API alone: one citizen, a request at every stage, sessions, a call to make. */
export const furnish = async (system: System) => {
  const office = officeOf('tehran');
  const dice = diceOf('pages');
  const citizen = inventPerson(office, dice, 0);
  const citizenToken = citizenTokens(system, 'tehran', citizen);
  const staffToken = staffTokens(system);
  const tokenOf = (username: string) => staffToken(accountName('tehran', username));
  const requests: Partial<Record<Stage, string>> = {};

  const sceneOf = (stage: Stage, story: Life['story']): Scene => {
    const life: Life = {
      ...{ id: stage, city: 'tehran', official: OFFICIAL, topic: TOPIC, text: TEXT, wanted: 'نصب چراغ‌های تازه', story },
      ends: { reason: 'resolved', orders: [], events: {} },
    };
    // Everybody asks for one mobile, so that one citizen sees them all.
    const person = { ...inventPerson(office, dice, 0), mobile: citizen.mobile };
    const days = officeDays(calendarOf(office, UNIT), system.now, dice);
    const scene = openScene({
      url: system.url,
      life,
      unit: UNIT,
      person,
      days,
      key: `stage-${stage}`,
      citizenToken,
      staffToken: tokenOf,
    });
    const submits = async () => {
      const request = await scene.citizen.submits();
      requests[stage] = request.id;
      return request;
    };
    return { ...scene, citizen: { ...scene.citizen, submits } };
  };
  const live = async (stories: Readonly<Record<string, Life['story']>>): Promise<Scene | undefined> => {
    const scenes = Object.entries(stories).map(([stage, story]) => sceneOf(stage as Stage, story));
    const [first] = scenes;
    if (first) await plansSession(first, 9);
    const broken = await perform(scenes, system, () => undefined);
    if (broken.length > 0) throw new Error(broken.join('\n'));
    return first;
  };
  // Whoever waits for a turn is to be seen waiting: here the secretary alone offers turns.
  const city = { url: system.url, city: 'tehran', token: await tokenOf('administrator'), language: 'fa' };
  await ask(putPolicies, { ...city, body: { unit: UNIT, overrides: { offersByItself: false } } });
  await live(LONG_STORIES);
  const someone = await live(SHORT_STORIES);
  // The stories are over, and the days of their sessions with them: the pages show one that is to come.
  if (someone) await plansSession(someone, 9);

  const clerk = { url: system.url, city: 'tehran', token: await tokenOf(`clerk.${UNIT}`), language: 'fa' };
  const applicant = { name: citizen.name, contacts: [{ kind: 'landline' as const, value: '02188000000' }] };
  const body = { official: OFFICIAL, topic: TOPIC, channel: 'counter', text: TEXT, applicant };
  const { link = '' } = await ask(registerRequest, { ...clerk, idempotencyKey: 'at-the-counter', body });
  const { items } = await ask(listSessions, { ...clerk, params: { official: OFFICIAL } });
  await untilThereIs(() => ask(listCallTasks, { ...clerk, params: { unit: UNIT }, query: { limit: 10 } }), system);

  const head = { ...clerk, token: await tokenOf(`manager.${UNIT}`) };
  const committeeDay = officeDays(calendarOf(office, UNIT), system.now, dice).meetingDay(4);
  const { id: committee } = await ask(planCommittee, {
    ...{ ...head, params: { unit: UNIT }, idempotencyKey: 'weekly-committee' },
    body: { on: committeeDay, from: '09:00', to: '11:00' },
  });
  const caseAt = (stage: Stage) => ask(showCase, { ...head, params: { id: requests[stage] ?? '' } });
  const { documents } = await caseAt('in-follow-up');

  const manager = { ...clerk, token: await tokenOf(`manager.${CLOSED_UNIT}`) };
  const closedDay = officeDays(calendarOf(office, CLOSED_UNIT), system.now, dice).meetingDay(5);
  const closing = { unit: CLOSED_UNIT, on: closedDay, reason: { fa: 'آلودگی هوا', en: 'Air pollution' } };
  const { job } = await ask(closeOffice, { ...manager, body: closing });

  for (const stage of STAGES) {
    const { request } = await caseAt(stage);
    if (request.status !== statusAt(stage)) throw new Error(`What is to be ${stage} has become ${request.status}`);
  }

  return {
    ...{ committee, scan: documents.find(({ kind }) => kind === 'scan')?.id ?? '' },
    ...{ unit: UNIT, official: OFFICIAL, closure: job, session: items[0]?.id ?? '', personalLink: link },
    sessionDay: (items[0]?.startsAt ?? '').slice(0, '2027-02-01'.length),
    request: (stage: Stage): string => requests[stage] ?? '',
    /** What the pages keep of a citizen who has proven this contact. */
    citizenSession: async () => ({
      token: await citizenToken(),
      expiresAt: '2099-01-01T00:00:00.000Z',
      contact: { kind: 'mobile', value: citizen.mobile },
    }),
    /** What the pages keep of somebody who has signed in. */
    staffSession: async (username: string) => ({ access: await tokenOf(username), endsAt: 4e12 }),
    /** Of somebody who has not asked yet. */
    newIdentity: () => inventPerson(office, dice, 0).identity,
  };
};

/** The office writes its letters, and notices whom it cannot write to, within a minute. */
const untilThereIs = async (list: () => Promise<{ items: readonly unknown[] }>, system: System): Promise<void> => {
  for (let minutes = 0; minutes < 10; minutes += 1) {
    if ((await list()).items.length > 0) return;
    await system.moveClockTo(system.now() + 60_000);
  }
  throw new Error('No call task has come up');
};
