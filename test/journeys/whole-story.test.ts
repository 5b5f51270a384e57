import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountName } from '../../domain/account-name.ts';
import { instantAt, plusMinutes, toMillis } from '../../domain/time.ts';
import { staffTokens } from '../../local/demo/sign-ins.ts';
import { en as consoleEn } from '../../web/console/words/en.ts';
import { fa as consoleFa } from '../../web/console/words/fa.ts';
import { en as portalEn } from '../../web/portal/pages-words/en.ts';
import { fa as portalFa } from '../../web/portal/pages-words/fa.ts';
import { barriersOn, hasBrowser, openJourney } from './open-journey.ts';

const CITY = 'tehran';
const ZONE = 'Asia/Tehran';
const SLOW = 90_000;
const CASTS = [
  {
    ...{ where: 'In Persian, on phones', language: 'fa', locale: 'fa-IR', viewport: { width: 360, height: 740 } },
    ...{ unit: 'd06', mobile: '+989120000000', typed: '۰۹۱۲ ۰۰۰ ۰۰۰۰', turnAt: '09:10', turnSaid: '۹:۱۰' },
    ...{ portal: portalFa, desk: consoleFa, order: 'روشنایی کوچه ظرف دو هفته برقرار شود.' },
  },
  {
    ...{ where: 'In English, at desks', language: 'en', locale: 'en-GB', viewport: { width: 1280, height: 900 } },
    ...{ unit: 'd07', mobile: '+989120000001', typed: '0912 000 0001', turnAt: '09:10', turnSaid: '09:10' },
    ...{ portal: portalEn, desk: consoleEn, order: 'Light the lane within two weeks.' },
  },
] as const;

describe.skipIf(!hasBrowser())('The whole story of a meeting, by the pages alone', () => {
  let journey: Awaited<ReturnType<typeof openJourney>>;
  beforeAll(async () => {
    journey = await openJourney();
  }, SLOW);
  afterAll(() => journey?.close());

  describe.each(CASTS)('$where', ({ language, locale, viewport, unit, mobile, typed, portal, desk, ...cast }) => {
    const barriers: string[] = [];
    const look = async (page: Page) => barriers.push(...(await barriersOn(page)));
    let phone: Page;
    let personalLink = '';
    let request = '';
    let code = '';
    let day = '';

    const next = () => phone.locator('main form button[type=submit]').first().click();
    const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).first().click();
    const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

    const provesHerNumber = async () => {
      await phone.fill('[name="contact.value"]', typed);
      await next();
      await phone.locator('[name=code]').waitFor();
      await phone.fill('[name=code]', await journey.lastCode(mobile));
      await next();
    };

    /** A member of staff who has signed in already, at a page of the console. */
    const staffAt = async (role: string, path: string): Promise<Page> => {
      const access = await staffTokens(journey.system)(accountName(CITY, `${role}.${unit}`));
      const page = await journey.window({ viewport, locale });
      await page.addInitScript(
        (kept) => sessionStorage.setItem('tokens', kept),
        JSON.stringify({ access, endsAt: 4e12 }),
      );
      await page.goto(`${journey.url}/console/${CITY}/${language}${path}`);
      return page;
    };

    test(
      'she asks in five steps',
      async () => {
        phone = await journey.window({ viewport, locale });
        await phone.goto(`${journey.url}/${CITY}/${language}`);
        await phone.locator(`a[href$="/ask/whom"]`).first().click();
        await next();
        await phone.locator('[role=alert]:focus').waitFor();
        await phone.selectOption('[name=unit]', unit);
        await phone.getByRole('radio').check();
        await next();
        await phone.selectOption('[name=topic]', 'city-services');
        await phone.fill('[name=text]', 'روشنایی کوچه ما از اول ماه قطع است.');
        await next();
        await provesHerNumber();
        await phone.fill('[name="applicant.name"]', 'متقاضی آزمایشی');
        await phone.fill('[name="applicant.identity.value"]', '۰۴۹۹۳۷۰۸۹۹');
        await next();
        await phone.getByRole('button', { name: portal.ask.submit }).click();
        await phone.getByRole('heading', { name: portal.done.title }).waitFor();
        await look(phone);
        personalLink = (await phone.locator('.address').textContent()) ?? '';
        await phone.getByRole('link', { name: portal.done.open }).click();
        await phone.locator('.timeline').waitFor();
        await look(phone);
        request = phone.url().split('/').at(-1) ?? '';
      },
      SLOW,
    );

    test(
      'an expert signs in and accepts it',
      async () => {
        await journey.openAccount(`${CITY}.expert.${unit}`);
        const page = await journey.window({ viewport, locale });
        await page.goto(`${journey.url}/console/${CITY}/${language}`);
        await press(page, desk.signIn.enter);
        await page.fill('[name=username]', `${CITY}.expert.${unit}`);
        await page.fill('[name=password]', journey.password);
        await page.getByRole('button').click();
        await page.locator('table a').first().click();
        await unfold(page, desk.decisions.accept);
        await look(page);
        await press(page, desk.decisions.accept);
        await page.getByText(desk.kit.statuses.waiting).first().waitFor();
      },
      SLOW,
    );

    test(
      'the secretary plans a session and gives her a turn',
      async () => {
        const page = await staffAt('secretary', '/sessions');
        await page.selectOption('[name=venue]', { index: 1 });
        await page.selectOption('[name=on]', { index: 1 });
        day = await page.inputValue('[name=on]');
        await press(page, desk.sessions.plan);
        await page.locator('.rows a').first().waitFor();
        await look(page);
        await page.goto(`${journey.url}/console/${CITY}/${language}/cases/${request}`);
        await unfold(page, desk.decisions.schedule);
        await page.locator('[name=slot]').nth(1).check();
        await look(page);
        await press(page, desk.decisions.schedule);
        await page.getByText(desk.kit.statuses.scheduled).first().waitFor();
      },
      SLOW,
    );

    test(
      'she sees her turn; her personal link opens the case elsewhere, and its secret leaves the address at once',
      async () => {
        await phone.reload();
        await phone.getByText(portal.status.scheduled).waitFor();
        expect(await phone.locator('main').textContent()).toContain(cast.turnSaid);
        code = (await phone.locator('h1').textContent())?.match(/\w{4}-\w{4}-\w/)?.[0] ?? '';
        await look(phone);
        const asked: string[] = [];
        const other = await journey.window({ viewport, locale });
        other.on('request', (sent) => asked.push(sent.url()));
        await other.goto(personalLink);
        await other.getByText(portal.status.scheduled).waitFor();
        const [, secret = ''] = personalLink.split('#');
        expect(secret).toMatch(/^\w{26}\.\S{20,}$/);
        expect([...asked, other.url()].filter((url) => url.includes(secret))).toEqual([]);
      },
      SLOW,
    );

    test(
      'on the day she arrives, is called, goes in and comes out',
      async () => {
        await journey.system.moveClockTo(toMillis(plusMinutes(instantAt(day, cast.turnAt, ZONE), -15)));
        const page = await staffAt('secretary', '/sessions');
        await page.locator('.rows a').first().click();
        await page.getByRole('link', { name: desk.turns.day.open, exact: true }).click();
        await page.fill('[name=code]', code);
        await press(page, desk.turns.day.arrive);
        for (const station of ['called', 'in', 'out'] as const) {
          await page.getByRole('button', { name: desk.turns.day.stations[station] }).click();
          if (station === 'called') await look(page);
        }
        await page.getByText(desk.turns.day.states.out, { exact: true }).first().waitFor();
      },
      SLOW,
    );

    test(
      'the outcome is recorded with an order',
      async () => {
        const page = await staffAt('secretary', `/cases/${request}/outcome`);
        await press(page, desk.after.outcome.addCard);
        await page.fill('[name="orders.0.text"]', cast.order);
        await look(page);
        await press(page, desk.after.outcome.record);
        await page.getByText(desk.kit.statuses['in-follow-up']).first().waitFor();
      },
      SLOW,
    );

    test(
      'the owner reports it done',
      async () => {
        const page = await staffAt('owner', `/orders/${request}/1`);
        await unfold(page, desk.orders.report);
        await page.fill('[name=letterNumber]', '06-1132');
        await press(page, desk.orders.report);
        await page.locator('.notice-success:focus').waitFor();
        await look(page);
      },
      SLOW,
    );

    test(
      'days later she proves her number again, confirms the order and says how satisfied she was; the case is closed, for the staff too',
      async () => {
        await phone.reload();
        await provesHerNumber();
        await phone.getByText(cast.order).first().waitFor();
        await look(phone);
        await press(phone, portal.case.confirm);
        await phone.getByText(portal.status.closed).waitFor();
        await phone.locator('[name=stars]').first().check();
        await phone.locator('form:has([name=stars]) button[type=submit]').click();
        await phone.locator('.notice-success').first().waitFor();
        await look(phone);
        const page = await staffAt('expert', `/cases/${request}`);
        await page.getByText(desk.kit.statuses.closed).first().waitFor();
        await page.getByText(cast.order).first().waitFor();
        await look(page);
      },
      SLOW,
    );

    test('nothing on the way kept anybody out', () => {
      expect(barriers).toEqual([]);
    });
  });
});
