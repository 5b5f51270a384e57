import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeOffice } from '../../contract/staff/closure.ts';
import { listSessions, planSession, showSession } from '../../contract/staff/session.ts';
import { acceptRequest } from '../../contract/staff/triage.ts';
import { offerSlots } from '../../contract/staff/turn.ts';
import { accountName } from '../../domain/account-name.ts';
import { calendarOf } from '../../domain/office.ts';
import { ask } from '../../local/api-client.ts';
import { diceOf } from '../../local/demo/dice.ts';
import { officeDays } from '../../local/demo/office-days.ts';
import { toPng, writtenPage } from '../../local/demo/paper.ts';
import { inventPerson } from '../../local/demo/person.ts';
import { officeOf } from '../../local/demo/show-lives.ts';
import { staffTokens } from '../../local/demo/sign-ins.ts';
import { en } from '../../web/portal/pages-words/en.ts';
import { fa } from '../../web/portal/pages-words/fa.ts';
import { barriersOn, hasBrowser, openJourney } from './open-journey.ts';

const CITIZENS = [
  { where: 'in Persian on a phone', language: 'fa', words: fa, unit: 'd04', mobile: '+989121110001', width: 360 },
  { where: 'in English at a desk', language: 'en', words: en, unit: 'd05', mobile: '+989121110002', width: 1280 },
] as const;
const TEXT = 'روشنایی کوچه ما از اول ماه قطع است و سه بار گزارش آن بی‌پاسخ مانده است.';
const SLOW = 90_000;

describe.skipIf(!hasBrowser())('A citizen asks, is given a turn, and keeps it through a sudden closure', () => {
  let journey: Awaited<ReturnType<typeof openJourney>>;
  beforeAll(async () => {
    journey = await openJourney();
  }, SLOW);
  afterAll(() => journey?.close());

  describe.each(CITIZENS)('$where', ({ language, words, unit, mobile, width }) => {
    const official = `${unit}-mayor`;
    const office = officeOf('tehran');
    const dice = diceOf(`citizen of ${unit}`);
    let page: Page;
    let id = '';
    let days: readonly string[] = [];

    const next = () => page.locator('main form button[type=submit]').first().click();
    const staff = async (role: string) => {
      const token = await staffTokens(journey.system)(accountName('tehran', `${role}.${unit}`));
      return { url: journey.url, city: 'tehran', token, language };
    };
    const upload = async (name: string, file: string) => {
      const buffer = toPng(writtenPage(2));
      await page.locator(`[name="${name}"]`).setInputFiles({ name: file, mimeType: 'image/png', buffer });
      await page.getByText(file, { exact: true }).first().waitFor();
    };

    test(
      'she asks in five steps, through a representative and with papers',
      async () => {
        page = await journey.window({
          viewport: { width, height: 800 },
          locale: language === 'fa' ? 'fa-IR' : 'en-GB',
        });
        await page.goto(`${journey.url}/tehran/${language}/ask/whom`);
        await page.selectOption('[name=unit]', unit);
        await page.locator('[name=official]').check();
        await next();
        await page.selectOption('[name=topic]', 'city-services');
        await page.fill('[name=text]', TEXT);
        await next();
        await page.fill('[name="contact.value"]', mobile);
        await next();
        await page.locator('[name=code]').waitFor();
        await page.fill('[name=code]', await journey.lastCode(mobile));
        await next();

        await page.fill('[name="applicant.name"]', 'نسترن نمونه');
        await page.fill('[name="applicant.identity.value"]', inventPerson(office, dice, 0).identity.value);
        await page.locator('[name=speaker][value=representative]').check();
        await page.fill('[name="representative.name"]', 'بهار نمونه');
        await page.selectOption('[name="representative.ground"]', 'guardian');
        await next();
        expect(await page.locator('[role=alert]').first().textContent()).toContain(words.ask.groundPaper);
        await upload('representative.document', 'guardian.png');
        await upload('documents', 'letter.png');
        await next();

        const answers = page.locator('main .summary');
        await answers.waitFor();
        for (const said of ['بهار نمونه', 'guardian.png', 'letter.png', TEXT])
          expect(await answers.textContent()).toContain(said);
        expect(await barriersOn(page)).toEqual([]);
        await next();
        await page.locator('.panel').waitFor();
        await page.locator('canvas.qr').waitFor();
        expect(await barriersOn(page)).toEqual([]);
        const saved = page.waitForEvent('download');
        await page.getByRole('button', { name: words.done.calendar }).click();
        expect((await saved).suggestedFilename()).toBe('meeting.ics');
        await page.getByRole('link', { name: words.done.open }).click();
        await page.locator('.timeline').waitFor();
        id = page.url().split('/').at(-1) ?? '';
      },
      SLOW,
    );

    test(
      'she takes the turn that is offered, and has its ticket',
      async () => {
        const calendar = officeDays(calendarOf(office, unit), journey.system.now, dice);
        days = [calendar.meetingDay(6), calendar.meetingDay(9)];
        const secretary = await staff('secretary');
        await ask(acceptRequest, { ...(await staff('expert')), params: { id }, body: {} });
        for (const on of days) {
          const body = { venue: `${unit}-office`, mode: 'in-person', on, from: '10:00', to: '12:00' } as const;
          await ask(planSession, { ...secretary, params: { official }, body, idempotencyKey: `${unit} ${on}` });
        }
        const { items } = await ask(listSessions, { ...secretary, params: { official } });
        const { slots } = await ask(showSession, { ...secretary, params: { session: items[0]?.id ?? '' } });
        const slot = slots.find(({ state, kind }) => state === 'free' && kind === 'regular')?.id ?? '';
        await ask(offerSlots, { ...secretary, params: { id }, body: { slots: [slot] } });

        await page.reload();
        await page.getByRole('button', { name: words.case.accept }).click();
        await page.getByText(words.status.scheduled).waitFor();
        await page.getByRole('link', { name: words.case.ticket }).click();
        await page.locator('canvas.qr').waitFor();
        await page.getByText(words.ticket.live).waitFor();
        expect(await barriersOn(page)).toEqual([]);
      },
      SLOW,
    );

    test(
      'the day is closed: another turn is held, silence would keep it, and she takes it',
      async () => {
        const body = { unit, on: days[0] ?? '', reason: { fa: 'آلودگی هوا', en: 'Air pollution' } };
        await ask(closeOffice, { ...(await staff('manager')), body });
        await page.goto(`${journey.url}/tehran/${language}/requests/${id}`);
        for (
          let minutes = 0;
          minutes < 5 && (await page.getByText(words.case.silenceKeeps).count()) === 0;
          minutes += 1
        ) {
          await journey.system.moveClockTo(journey.system.now() + 60_000);
          await page.reload();
          await page.locator('.timeline').waitFor();
        }
        await page.getByText(words.case.silenceKeepsText).waitFor();
        expect(await barriersOn(page)).toEqual([]);
        await page.getByRole('button', { name: words.case.accept }).click();
        await page.getByText(words.status.scheduled).waitFor();
      },
      SLOW,
    );
  });
});
