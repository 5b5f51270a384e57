import { expect, test } from 'vitest';
import { Browser } from '../../../local/browser.ts';
import { sendAndHangUp } from '../listening.ts';
import { authorizationUrl, CALLBACK, openOffice, PASSWORD } from './office.ts';

async function openPage(changes: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const { issuer, origin } = await openOffice();
  const browser = new Browser();
  const { url } = await browser.follow(authorizationUrl(issuer, changes), CALLBACK);
  const reply = await browser.open(url, { headers });
  return { issuer, origin, browser, url, reply, html: await reply.text() };
}

test('the page speaks Persian, from right to left, unless asked otherwise', async () => {
  const { html } = await openPage();
  expect(html).toContain('<html lang="fa" dir="rtl">');
  expect(html).toContain('ورود کارکنان');
});

test('`ui_locales` decides before the browser does', async () => {
  expect((await openPage({ ui_locales: 'en' }, { 'accept-language': 'fa' })).html).toContain(
    '<html lang="en" dir="ltr">',
  );
  expect((await openPage({}, { 'accept-language': 'de, en;q=0.8' })).html).toContain('<html lang="en" dir="ltr">');
});

test('every field has its label, and nothing is asked of anybody else', async () => {
  const { html, reply } = await openPage({ ui_locales: 'en' });
  for (const id of ['username', 'password']) {
    expect(html).toContain(`<label for="${id}">`);
    expect(html).toContain(`id="${id}"`);
  }
  expect(html).not.toMatch(/https?:|<script/);
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('a wrong password says so, keeps the name and gives no code', async () => {
  const { browser, url } = await openPage({ ui_locales: 'en' });
  const { reply } = await browser.submit(url, CALLBACK, { username: '"><script>', password: 'wrong' });
  const html = await reply.text();
  expect(reply.status).toBe(401);
  expect(html).toContain('role="alert"');
  expect(html).toContain('value="&#34;&#62;&#60;script&#62;"');
});

test('after several wrong passwords the right one must wait', async () => {
  const { browser, url } = await openPage();
  const attempt = (password: string) => browser.submit(url, CALLBACK, { username: 'clerk', password });
  for (let times = 0; times < 7; times += 1) await attempt('wrong password');
  expect((await attempt(PASSWORD)).reply.status).toBe(401);
});

test('the form of one browser is of no use to another', async () => {
  const { url } = await openPage();
  const { reply } = await new Browser().submit(url, CALLBACK, { username: 'clerk', password: PASSWORD });
  expect(reply.status).toBe(400);
});

test('garbage is refused and disturbs nobody', async () => {
  const { browser, url, issuer, origin } = await openPage();
  const huge = await browser.submit(url, CALLBACK, { username: 'x'.repeat(10_000), password: '' });
  expect(huge.reply.status).toBe(400);
  await sendAndHangUp(origin, 'POST /sign-in/token HTTP/1.1\r\nhost: x\r\ncontent-length: 50\r\n\r\ngrant');
  expect((await fetch(`${issuer}/token`, { method: 'POST', body: '\u0000%%%' })).status).toBe(400);
  expect((await fetch(`${issuer}/auth?client_id[]=x`)).status).toBe(400);
  expect((await fetch(`${issuer}/nowhere`)).status).toBe(404);
  expect((await fetch(`${issuer}/.well-known/openid-configuration`)).status).toBe(200);
});
