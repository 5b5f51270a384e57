import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eastmere } from '../../../cities/eastmere.ts';
import { type Listening, listen } from '../../../local/listen.ts';
import { openWeb } from '../../../local/web/open-web.ts';

let server: Listening;
const SIGN_IN = { issuer: 'http://127.0.0.1/sign-in', clientId: 'console' };

beforeAll(async () => {
  const pages = await openWeb([eastmere]);
  server = await listen(pages(SIGN_IN));
});
afterAll(() => server.close());

const open = (path: string, init?: RequestInit) => fetch(server.url + path, init);

describe('The pages', () => {
  test('greet at the root in words that need no script', async () => {
    const reply = await open('/');
    expect(reply.status).toBe(200);
    expect(await reply.text()).toMatch(/<h1>Meet the people who decide<\/h1>[\s\S]*ملاقات مردمی/);
  });

  test('of a city say whose they are and whom to call, in words that need no script', async () => {
    const html = await (await open('/eastmere/en/track')).text();
    expect(html).toContain('<title>Meet your council</title>');
    expect(html).toContain('<h1>Meet your council</h1>');
    expect(html).toMatch(/Eastmere City Council.*Faults in the street: <a href="tel:01632960137">/);
    expect(await (await open('/eastmere/fa')).text()).toMatch(
      /<a href="tel:01632960137"><bdi dir="ltr">[۰-۹ ]+<\/bdi>/,
    );
    expect(await (await open('/nowhere/en')).text()).not.toContain('Eastmere');
  });

  test.each([
    ['/eastmere/fa/requests/ABC', '<html lang="fa" dir="rtl">'],
    ['/eastmere/en', '<html lang="en" dir="ltr">'],
    ['/console/eastmere/fa/desk', '<html lang="fa" dir="rtl">'],
  ])('answer at %s in the language of the address', async (path, html) => {
    expect(await (await open(path)).text()).toContain(html);
  });

  test('without a language in the address, speak as the reader asks', async () => {
    const reply = await open('/console', { headers: { 'accept-language': 'fa-IR,fa;q=0.9,en;q=0.8' } });
    expect(await reply.text()).toContain('<html lang="fa"');
    expect(reply.headers.get('vary')).toBe('accept-language');
  });

  test('carry no script or style of their own, and a policy that allows none', async () => {
    const reply = await open('/eastmere/fa');
    expect(await reply.text()).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    expect(reply.headers.get('content-security-policy')).toContain(`default-src 'self'`);
    expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('keep hashed files for ever, and everything else not at all', async () => {
    const page = await open('/eastmere/en');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? '';
    const asset = await open(script);
    expect(asset.headers.get('content-type')).toContain('text/javascript');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });

  test('say which cities there are and where staff sign in', async () => {
    expect(await (await open('/config.json')).json()).toEqual({
      cities: [
        expect.objectContaining({ id: 'eastmere', name: { en: 'Eastmere', fa: 'ایست‌میر' }, locales: ['en', 'fa'] }),
      ],
    });
    expect(await (await open('/console/config.json')).json()).toEqual(SIGN_IN);
  });

  test.each(['/assets/gone.js', '/package.json', '/.vite/manifest.json', '/assets/..%2f..%2fpackage.json'])(
    'have nothing at %s',
    async (path) => {
      expect((await open(path)).status).toBe(404);
    },
  );

  test('open again where they are named after an account with a dot', async () => {
    const page = await open('/console/eastmere/fa/admin/users/clerk.d06');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('lang="fa"');
  });

  test('lead away from the name under which the sign-in does not know them', async () => {
    const alias = server.url.replace('127.0.0.1', 'localhost');
    const reply = await fetch(`${alias}/eastmere/en`, { redirect: 'manual' });
    expect(reply.headers.get('location')).toBe('http://127.0.0.1/eastmere/en');
  });

  test('are only read', async () => {
    expect((await open('/', { method: 'POST' })).status).toBe(405);
    const head = await open('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
