import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOn, hasBrowser, openJourney } from './open-journey.ts';

const CITY = 'tehran';
const MOBILE = '+989120000000';

describe.skipIf(!hasBrowser())('A citizen on a phone, in Persian, and the staff at their desks, in English', () => {
  let journey: Awaited<ReturnType<typeof openJourney>>;
  let phone: Page;
  let personalLink = '';
  const barriers: string[] = [];
  const look = async (page: Page) => barriers.push(...(await barriersOn(page)));

  beforeAll(async () => {
    journey = await openJourney();
    phone = await journey.window({ viewport: { width: 360, height: 740 }, locale: 'fa-IR' });
  }, 60_000);
  afterAll(() => journey?.close());

  const signIn = async (username: string): Promise<Page> => {
    await journey.openAccount(`${CITY}.${username}`);
    const desk = await journey.window({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    await desk.goto(`${journey.url}/console`);
    await desk.getByRole('button', { name: 'Sign in' }).click();
    await desk.fill('[name=username]', `${CITY}.${username}`);
    await desk.fill('[name=password]', journey.password);
    await desk.getByRole('button').click();
    await desk.getByRole('link', { name: 'Desk', exact: true }).waitFor();
    await look(desk);
    return desk;
  };

  test('she asks for a meeting in five steps', async () => {
    await phone.goto(`${journey.url}/`);
    await phone.getByRole('link', { name: 'فارسی' }).first().click();
    await phone.getByRole('link', { name: 'شروع درخواست' }).waitFor();
    await look(phone);
    await phone.getByRole('link', { name: 'شروع درخواست' }).click();

    await phone.getByRole('button', { name: 'ادامه' }).click();
    await look(phone);
    expect(await phone.locator('[role=alert]:focus').count()).toBe(1);
    await phone.selectOption('[name=unit]', 'd06');
    await phone.getByRole('radio').check();
    await phone.getByRole('button', { name: 'ادامه' }).click();

    await phone.selectOption('[name=topic]', 'building-permit');
    await phone.fill('[name=text]', 'پروانه ساخت هشت ماه است که مانده و پاسخ روشنی نمی‌رسد.');
    await look(phone);
    await phone.getByRole('button', { name: 'ادامه' }).click();

    await phone.fill('[name="contact.value"]', '۰۹۱۲ ۰۰۰ ۰۰۰۰');
    await phone.getByRole('button', { name: 'دریافت کد' }).click();
    await phone.locator('[name=code]').waitFor();
    await phone.fill('[name=code]', await journey.lastCode(MOBILE));
    await look(phone);
    await phone.getByRole('button', { name: 'تأیید' }).click();

    await phone.fill('[name="applicant.name"]', 'متقاضی آزمایشی');
    await phone.fill('[name="applicant.identity.value"]', '۰۴۹۹۳۷۰۸۹۹');
    await look(phone);
    await phone.getByRole('button', { name: 'ادامه' }).click();

    await phone.getByText('شهردار منطقه ۶').waitFor();
    await look(phone);
    await phone.getByRole('button', { name: 'ثبت نهایی' }).click();
    await phone.getByRole('heading', { name: 'درخواست شما ثبت شد' }).waitFor();
    await look(phone);
    personalLink = (await phone.locator('.address').textContent()) ?? '';
    await phone.getByRole('link', { name: 'دیدن پرونده' }).click();
    await phone.locator('.timeline').waitFor();
    await look(phone);
  }, 60_000);

  test('an expert accepts it', async () => {
    const desk = await signIn('expert.d06');
    await desk.getByRole('link', { name: /^\w{4}-\w{4}-\w$/ }).click();
    await desk.locator('summary', { hasText: /^Accept$/ }).click();
    await look(desk);
    await desk.getByRole('button', { name: 'Accept' }).click();
    await desk.getByText('Waiting for a turn').first().waitFor();
  }, 60_000);

  test('the secretary plans a session and gives her a turn', async () => {
    const desk = await signIn('secretary.d06');
    await desk.getByRole('link', { name: 'Sessions' }).click();
    await desk.selectOption('[name=venue]', { index: 1 });
    await desk.selectOption('[name=on]', { index: 1 });
    await desk.getByRole('button', { name: 'Plan a session' }).click();
    await desk.locator('.rows a').waitFor();
    await look(desk);
    await desk.getByRole('link', { name: 'Desk', exact: true }).click();
    await desk.getByRole('link', { name: /^Queue/ }).click();
    await desk.getByRole('link', { name: /^\w{4}-\w{4}-\w$/ }).click();
    await desk.locator('summary', { hasText: 'Give a turn' }).click();
    await desk.getByRole('radio', { name: '09:10' }).check();
    await look(desk);
    await desk.getByRole('button', { name: 'Give a turn' }).click();
    await desk.getByText('Appointment made').first().waitFor();
  }, 60_000);

  test('she sees her turn, and its story', async () => {
    await phone.reload();
    await phone.getByText('نوبت شما قطعی است.').waitFor();
    expect(await phone.locator('main').textContent()).toMatch(/ساعت ۹:۱۰/);
    expect(await phone.locator('.timeline [aria-current=step]').textContent()).toContain('نوبت قطعی شد');
    await look(phone);
  }, 60_000);

  test('her personal link opens the case elsewhere, and its secret leaves the address at once', async () => {
    const asked: string[] = [];
    const other = await journey.window({ viewport: { width: 360, height: 740 }, locale: 'fa-IR' });
    other.on('request', (request) => asked.push(request.url()));
    await other.goto(personalLink);
    await other.getByText('نوبت شما قطعی است.').waitFor();
    const [, secret = ''] = personalLink.split('#');
    expect(secret).toMatch(/^\w{26}\.\S{20,}$/);
    expect([...asked, other.url()].filter((url) => url.includes(secret))).toEqual([]);
  }, 60_000);

  test('the desk can be used on a phone too, in Persian', async () => {
    const desk = await signIn('manager.d06');
    await desk.setViewportSize({ width: 360, height: 740 });
    await desk.goto(desk.url().replace('/en/', '/fa/'));
    await desk.getByRole('link', { name: /ملاقات‌ها/ }).click();
    await desk.getByRole('link', { name: /^\w{4}-\w{4}-\w$/ }).waitFor();
    await look(desk);
    await desk.getByRole('link', { name: /^\w{4}-\w{4}-\w$/ }).click();
    await desk.locator('.timeline').waitFor();
    await look(desk);
  }, 60_000);

  test('nothing on the way kept anybody out', () => {
    expect(barriers).toEqual([]);
  });
});
