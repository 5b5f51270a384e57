import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, describe, expect, test } from 'vitest';
import { SesMail } from '../../adapters/mail/ses-mail.ts';
import { HttpSms } from '../../adapters/sms/http-sms.ts';
import { SnsSms } from '../../adapters/sms/sns-sms.ts';
import type { Carrier } from '../../domain/ports/carriers.ts';
import { type Listening, listen } from '../../local/listen.ts';
import { readBody } from '../../local/read-body.ts';

const MESSAGE = { to: '+447700900123', subject: 'Request', text: 'Hello.', reference: 'ID.triage.1.0' };

let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A gateway that answers everything in the same way, and keeps what it was sent. */
const gateway = async (status: number, body: string, headers: Record<string, string> = {}) => {
  const received: string[] = [];
  server = await listen(async (req, res) => {
    received.push((await readBody(req, 100_000)).toString());
    res.writeHead(status, headers).end(body);
  });
  const config = {
    ...{ region: 'eu-west-1', endpoint: server.url, maxAttempts: 1 },
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  return { received, config, url: server.url };
};

describe('A gateway of SMS over HTTP', () => {
  test.each([
    [200, { ok: true, id: 'ID.triage.1.0' }],
    [400, { ok: false, kind: 'refused' }],
    [422, { ok: false, kind: 'refused' }],
    [429, { ok: false, kind: 'temporary' }],
    [503, { ok: false, kind: 'temporary' }],
  ])('that answers %i means %o', async (status, sent) => {
    const { url } = await gateway(status, '');

    expect(await new HttpSms(url).send(MESSAGE)).toEqual(sent);
  });

  test('that fails in the middle leaves nobody knowing', async () => {
    const { url } = await gateway(500, '');

    await expect(new HttpSms(url).send(MESSAGE)).rejects.toThrow('500');
  });

  test('that hangs up without an answer leaves nobody knowing', async () => {
    server = await listen((req) => req.socket.destroy());

    await expect(new HttpSms(server.url).send(MESSAGE)).rejects.toThrow('did not answer');
  });

  test('that cannot be reached has certainly not sent it', async () => {
    const { url } = await gateway(200, '');
    await server?.close();
    server = undefined;

    expect(await new HttpSms(url).send(MESSAGE)).toEqual({ ok: false, kind: 'temporary' });
  });
});

const snsError = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>No.</Message></Error></ErrorResponse>`;
const SNS_SENT = '<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>';
const XML = { 'content-type': 'text/xml' };
const sesError = (type: string) => ({ 'x-amzn-errortype': type, 'content-type': 'application/json' });

type Config = Awaited<ReturnType<typeof gateway>>['config'];
const sns = (config: Config): Carrier => new SnsSms(new SNSClient(config));
const ses = (config: Config): Carrier => new SesMail(new SESv2Client(config), 'office@city.example');

describe('An AWS service', () => {
  test.each([
    ['SNS sends', sns, 200, SNS_SENT, XML, { ok: true, id: 'm-1' }],
    ['SNS knows no such number', sns, 400, snsError('InvalidParameter'), XML, { ok: false, kind: 'refused' }],
    ['SNS is too busy', sns, 400, snsError('Throttling'), XML, { ok: false, kind: 'temporary' }],
    ['SNS is not allowed to us', sns, 403, snsError('AuthorizationError'), XML, { ok: false, kind: 'temporary' }],
    ['SES sends', ses, 200, '{"MessageId":"m-2"}', {}, { ok: true, id: 'm-2' }],
    ['SES rejects the message', ses, 400, '{}', sesError('MessageRejected'), { ok: false, kind: 'refused' }],
    ['SES is too busy', ses, 429, '{}', sesError('TooManyRequestsException'), { ok: false, kind: 'temporary' }],
  ])('%s', async (_title, carrier, status, body, headers, sent) => {
    const { config } = await gateway(status, body, headers);

    expect(await carrier(config).send(MESSAGE)).toEqual(sent);
  });

  test.each([
    ['SNS', sns],
    ['SES', ses],
  ])('%s that fails in the middle leaves nobody knowing', async (_name, carrier) => {
    const { config } = await gateway(500, '');

    await expect(carrier(config).send(MESSAGE)).rejects.toThrow();
  });

  test('SES is given the reference as a tag, and the text as it is', async () => {
    const { config, received } = await gateway(200, '{"MessageId":"m"}');

    await ses(config).send({ ...MESSAGE, to: 'one@example.com', text: 'با سلام' });

    expect(JSON.parse(received[0] ?? '')).toMatchObject({
      FromEmailAddress: 'office@city.example',
      EmailTags: [{ Name: 'reference', Value: 'ID_triage_1_0' }],
      Content: { Simple: { Body: { Text: { Data: 'با سلام' } } } },
    });
  });
});
