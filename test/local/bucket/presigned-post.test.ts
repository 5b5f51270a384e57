import { createHmac } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { expect, test } from 'vitest';
import { Bucket, clientFor, credentials, openCityBucket } from './city-bucket.ts';

type Fields = Record<string, string>;

/** A form as the API hands it out: one key, PDF or pictures only by `Content-Type`, 3 to 10 bytes. */
async function openWithForm(options?: { prefix?: string }) {
  const city = await openCityBucket(options);
  const { url, fields } = await createPresignedPost(city.client, {
    Bucket,
    Key: 'uploads/one',
    Conditions: [
      ['content-length-range', 3, 10],
      ['starts-with', '$x-amz-meta-note', 'n-'],
    ],
    Fields: { 'Content-Type': 'image/png', 'x-amz-meta-note': 'n-1' },
    Expires: 60,
  });
  const stored = () => readdirSync(join(city.folder, 'bodies')).length;
  return { ...city, post: url, fields, stored };
}

async function upload(url: string, fields: Fields, content = 'image', headers: Fields = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([content], { type: 'text/html' }), 'عکس.png');
  const reply = await fetch(url, { method: 'POST', body: form, headers });
  return { status: reply.status, body: await reply.text(), headers: reply.headers };
}

test('a browser uploads with a presigned form, below a prefix too', async () => {
  for (const prefix of ['', '/bucket']) {
    const { post, fields, client } = await openWithForm({ prefix });
    const { status, headers } = await upload(post, fields, 'image', { origin: 'http://portal.example' });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('http://portal.example');
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'uploads/one' }));
    expect(got).toMatchObject({ ContentType: 'image/png', Metadata: { note: 'n-1' } });
    expect(await got.Body?.transformToString()).toBe('image');
  }
});

test.each<[string, Fields, string, string]>([
  ['less than the least size', {}, 'ab', 'EntityTooSmall'],
  ['more than the greatest size', {}, 'x'.repeat(11), 'EntityTooLarge'],
  ['far more, known before it is read', {}, 'x'.repeat(400_000), 'EntityTooLarge'],
  ['another key', { key: 'uploads/two' }, 'image', 'AccessDenied'],
  ['a key that climbs out', { key: '../../etc/x' }, 'image', 'InvalidArgument'],
  ['another bucket', { bucket: 'other-files' }, 'image', 'AccessDenied'],
  ['another type', { 'Content-Type': 'text/html' }, 'image', 'AccessDenied'],
  ['a field that does not start as it must', { 'x-amz-meta-note': 'm' }, 'image', 'AccessDenied'],
  ['a field nobody allowed', { 'Cache-Control': 'public' }, 'image', 'AccessDenied'],
  ['a field that is not known here', { success_action_redirect: 'https://evil.example' }, 'image', 'InvalidArgument'],
  ['a forged signature', { 'X-Amz-Signature': '0'.repeat(64) }, 'image', 'SignatureDoesNotMatch'],
  [
    'another signer',
    { 'X-Amz-Credential': 'stranger/20260101/eu-central-1/s3/aws4_request' },
    'image',
    'InvalidAccessKeyId',
  ],
  [
    'a policy nobody signed',
    { Policy: btoa('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}') },
    'image',
    'SignatureDoesNotMatch',
  ],
])('%s is refused and nothing is kept', async (_, changes, content, code) => {
  const { post, fields, stored } = await openWithForm();
  const { status, body } = await upload(post, { ...fields, ...changes }, content);
  expect(body).toContain(`<Code>${code}</Code>`);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(stored()).toBe(0);
});

test('leaving out what a condition names is refused too', async () => {
  const { post, fields, stored } = await openWithForm();
  for (const name of [
    'Content-Type',
    'Policy',
    'X-Amz-Signature',
    'X-Amz-Credential',
    'X-Amz-Algorithm',
    'x-amz-meta-note',
  ]) {
    const { [name]: _, ...rest } = fields;
    expect((await upload(post, rest)).status).toBe(403);
  }
  expect(stored()).toBe(0);
});

test('an expired policy is refused though its signature is right', async () => {
  const { client, stored } = await openWithForm();
  const { url, fields } = await createPresignedPost(client, { Bucket, Key: 'late', Expires: -1 });
  const { status, body } = await upload(url, fields);
  expect([status, body]).toEqual([403, expect.stringContaining('Policy expired')]);
  expect(stored()).toBe(0);
});

test('a form signed with a guessed secret is refused', async () => {
  const { url, stored } = await openWithForm();
  const guessing = clientFor(url, { ...credentials, secretAccessKey: 'guessed' });
  const { url: post, fields } = await createPresignedPost(guessing, { Bucket, Key: 'mine' });
  expect((await upload(post, fields)).status).toBe(403);
  expect(stored()).toBe(0);
});

test('the name of the file may become part of the key, if the signer says so', async () => {
  const { client } = await openWithForm();
  const { url, fields } = await createPresignedPost(client, {
    Bucket,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder.
    Key: 'named/${filename}',
    Fields: { success_action_status: '201' },
  });
  const { status, body } = await upload(url, fields);
  expect([status, body]).toEqual([201, expect.stringContaining('<Key>named/عکس.png</Key>')]);
});

test('an upload may be born in quarantine', async () => {
  const { client } = await openWithForm();
  const tagging = '<Tagging><TagSet><Tag><Key>quarantine</Key><Value>new</Value></Tag></TagSet></Tagging>';
  const { url, fields } = await createPresignedPost(client, { Bucket, Key: 'new', Fields: { tagging } });
  expect((await upload(url, fields)).status).toBe(204);
  await expect(client.send(new GetObjectCommand({ Bucket, Key: 'new' }))).rejects.toThrow('quarantine');
});

test('a policy that is signed but cannot be read is refused', async () => {
  const { post, fields, stored } = await openWithForm();
  const date = (fields['X-Amz-Credential'] ?? '').split('/')[1] ?? '';
  const signed = (policy: string) => {
    const steps = [date, 'eu-central-1', 's3', 'aws4_request', policy];
    const key = (secret: string | Buffer, text: string) => createHmac('sha256', secret).update(text).digest();
    const signature = steps.reduce<Buffer>(
      (secret, text) => key(secret, text),
      Buffer.from(`AWS4${credentials.secretAccessKey}`),
    );
    return { ...fields, Policy: policy, 'X-Amz-Signature': signature.toString('hex') };
  };
  for (const text of [
    'not json',
    '{}',
    '{"expiration":"2099-01-01","conditions":[["allow-everything"]]}',
    '{"expiration":"2099-01-01","conditions":[["content-length-range","a","b"]]}',
  ]) {
    expect((await upload(post, signed(btoa(text)))).body).toContain('InvalidPolicyDocument');
  }
  expect((await upload(post, signed(btoa('{"expiration":"soon","conditions":[]}')))).body).toContain('Policy expired');
  expect(stored()).toBe(0);
});

test.each<[string, RequestInit]>([
  ['no form at all', { body: 'text' }],
  ['a form of the other kind', { body: new URLSearchParams({ key: 'k' }) }],
  [
    'a form without a file',
    {
      body: (() => {
        const form = new FormData();
        form.append('key', 'k');
        return form;
      })(),
    },
  ],
  [
    'a form that breaks off',
    {
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\ncontent-disposition: form-data; name="key"\r\n\r\nk',
    },
  ],
  ['a form without a boundary', { headers: { 'content-type': 'multipart/form-data' }, body: 'x' }],
  [
    'a hundred fields',
    {
      body: (() => {
        const form = new FormData();
        for (let n = 0; n < 100; n += 1) form.append(`f${n}`, '');
        return form;
      })(),
    },
  ],
])('%s is a malformed request', async (_, init) => {
  const { post, stored } = await openWithForm();
  const reply = await fetch(post, { method: 'POST', ...init });
  expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining('MalformedPOSTRequest')]);
  expect(stored()).toBe(0);
});

test('a file that breaks off in the middle is not kept', async () => {
  const { post, fields, stored } = await openWithForm();
  const part = (name: string, value: string) =>
    `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const text = `${Object.entries(fields)
    .map(([name, value]) => part(name, value))
    .join('')}--b\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\nhalf`;
  const reply = await fetch(post, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  });
  expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining('IncompleteBody')]);
  expect(stored()).toBe(0);
});

test('preflights are answered for the portal only', async () => {
  const { post } = await openWithForm();
  const ask = (origin: string) =>
    fetch(post, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-a' },
    });
  const portal = await ask('http://portal.example');
  expect([portal.status, portal.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, POST']);
  expect(portal.headers.get('access-control-allow-headers')).toBe('x-a');
  expect((await ask('https://evil.example')).status).toBe(403);
});
