import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from 'vitest';
import { Bucket, openCityBucket } from './city-bucket.ts';

async function openWithScan(options?: { prefix?: string }) {
  const city = await openCityBucket(options);
  await city.client.send(new PutObjectCommand({ Bucket, Key: 'اسکن/1.txt', Body: 'hello', ContentType: 'text/html' }));
  const presign = (input: Partial<GetObjectCommand['input']> = {}, options = {}) =>
    getSignedUrl(city.client, new GetObjectCommand({ Bucket, Key: 'اسکن/1.txt', ...input }), {
      expiresIn: 60,
      ...options,
    });
  return { ...city, presign };
}

test('a presigned address gives the object to a browser, as the signer wants it shown', async () => {
  const { presign } = await openWithScan({ prefix: '/bucket' });
  const url = await presign({
    ResponseContentDisposition: 'attachment; filename="scan 1.txt"',
    ResponseContentType: 'text/plain',
  });
  const reply = await fetch(url, { headers: { origin: 'http://portal.example', range: 'bytes=1-3' } });
  expect([reply.status, await reply.text()]).toEqual([206, 'ell']);
  expect(reply.headers.get('content-disposition')).toBe('attachment; filename="scan 1.txt"');
  expect(reply.headers.get('content-type')).toBe('text/plain');
  expect(reply.headers.get('content-range')).toBe('bytes 1-3/5');
  expect(reply.headers.get('access-control-allow-origin')).toBe('http://portal.example');
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a browser that has the object already is told so', async () => {
  const { presign } = await openWithScan();
  const url = await presign();
  const etag = (await fetch(url)).headers.get('etag') ?? '';
  expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
});

test.each<[string, (url: URL) => void]>([
  [
    'the key',
    (url) => {
      url.pathname = url.pathname.replace('1.txt', '2.txt');
    },
  ],
  ["the answer's type", (url) => url.searchParams.set('response-content-type', 'text/html')],
  ['the age', (url) => url.searchParams.set('X-Amz-Expires', '600')],
  ['the date', (url) => url.searchParams.set('X-Amz-Date', '20200101T000000Z')],
  ['the signature', (url) => url.searchParams.set('X-Amz-Signature', '0'.repeat(64))],
  ['the signer', (url) => url.searchParams.set('X-Amz-Credential', 'stranger/20260101/eu-central-1/s3/aws4_request')],
  ['the signature away', (url) => url.searchParams.delete('X-Amz-Signature')],
])('who changes %s gets nothing', async (_, change) => {
  const { presign } = await openWithScan();
  const url = new URL(await presign());
  change(url);
  const reply = await fetch(url);
  expect(reply.status).toBe(403);
  expect(await reply.text()).not.toContain('hello');
});

test('an address that is too old, or from the future, is refused', async () => {
  const { presign } = await openWithScan();
  const at = (minutes: number) => ({ signingDate: new Date(Date.now() + minutes * 60_000) });
  const old = await fetch(await presign({}, at(-2)));
  expect([old.status, await old.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
  expect((await fetch(await presign({}, at(20)))).status).toBe(403);
});

test('an address for reading is no address for writing, and there are none for writing', async () => {
  const { presign, client } = await openWithScan();
  expect((await fetch(await presign(), { method: 'DELETE' })).status).toBe(501);
  const put = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'new' }));
  expect((await fetch(put, { method: 'PUT', body: 'x' })).status).toBe(501);
});
