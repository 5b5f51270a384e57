import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HttpMail } from '../../../adapters/mail/http-mail.ts';
import { HttpSms } from '../../../adapters/sms/http-sms.ts';
import { type Listening, listen } from '../../../local/listen.ts';
import { type Outbox, openOutbox } from '../../../local/outbox/outbox.ts';

let outbox: Outbox;
let server: Listening;
let sms: HttpSms;

beforeEach(async () => {
  outbox = openOutbox({ file: ':memory:', clock: { now: () => Date.parse('2026-06-08T09:30:00.000Z') } });
  server = await listen(outbox.handle);
  sms = new HttpSms(`${server.url}/outbox/sms`);
});
afterEach(async () => {
  await server.close();
  outbox.close();
});

const message = (more = {}) => ({
  ...{ to: '+989120000000', subject: '', text: 'نوبت شما: 7K3M-92QF-4', reference: 'A.1' },
  ...more,
});
const post = (path: string, body: string) => fetch(`${server.url}${path}`, { method: 'POST', body });
const fail = (to: string, how: string) => post('/outbox/failing', JSON.stringify({ to, how }));

describe('The outbox', () => {
  test('keeps what the SMS carrier sends, with the time of the office', async () => {
    expect(await sms.send(message())).toEqual({ ok: true, id: '1' });

    expect(outbox.messages()).toEqual([{ id: 1, by: 'sms', from: '', ...message(), at: '2026-06-08T09:30:00.000Z' }]);
  });

  test('keeps what the mail carrier sends, with its sender and subject', async () => {
    const mail = new HttpMail(`${server.url}/outbox/mail`, 'office@city.example');

    await mail.send(message({ to: 'one@example.com', subject: 'Request: received' }));

    expect(outbox.messages()[0]).toMatchObject({
      by: 'mail',
      from: 'office@city.example',
      subject: 'Request: received',
    });
  });

  test('keeps a repeated reference once, and says the same number', async () => {
    const first = await sms.send(message());
    const again = await sms.send(message());

    expect(again).toEqual(first);
    expect(outbox.messages()).toHaveLength(1);
  });

  test.each(['refused', 'temporary'])('lets an address fail as %s until it is mended', async (how) => {
    await fail(message().to, how);
    expect(await sms.send(message())).toEqual({ ok: false, kind: how });
    expect(await sms.send(message({ to: '+989120000001', reference: 'B' }))).toMatchObject({ ok: true });

    await fail(message().to, 'no');
    expect(await sms.send(message())).toMatchObject({ ok: true });
  });

  test('answers its messages as JSON, of one recipient if asked, the newest first', async () => {
    await sms.send(message());
    await sms.send(message({ to: '+989120000001', reference: 'A.2' }));
    await sms.send(message({ reference: 'A.3' }));

    const listed = await fetch(`${server.url}/outbox/messages?to=${encodeURIComponent('+989120000000')}`);

    expect(await listed.json()).toMatchObject({ messages: [{ reference: 'A.3' }, { reference: 'A.1' }] });
  });

  test('shows a page that refreshes itself, keeps codes whole in Persian, and runs nothing that was sent', async () => {
    await sms.send(message({ text: 'کد 7K3M-92QF-4 <script>alert(1)</script>' }));

    const page = await fetch(`${server.url}/outbox`);
    const html = await page.text();

    expect(html).toContain('http-equiv="refresh"');
    expect(html).toContain('<bdi>7K3M-92QF-4</bdi>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each([
    ['no JSON', '{', 400],
    ['a missing text', '{"to":"1","reference":"x"}', 422],
    ['no object', '[]', 422],
    ['far too much', JSON.stringify(message({ text: 'x'.repeat(300_000) })), 413],
  ])('answers %s with a clear refusal', async (_what, body, status) => {
    const response = await post('/outbox/sms', body);

    expect(response.status).toBe(status);
    expect(await response.json()).toHaveProperty('problem');
  });

  test.each(['/outbox/nothing', '//', '/outbox/messages/7?x=%'])('knows nothing at %s', async (path) => {
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
  });
});
