import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { expect, test, vi } from 'vitest';
import { sendAndHangUp } from '../listening.ts';
import { Bucket, clientFor, credentials, openCityBucket } from './city-bucket.ts';

const read = async (client: Awaited<ReturnType<typeof openCityBucket>>['client'], Key: string, Range?: string) =>
  (await client.send(new GetObjectCommand({ Bucket, Key, ...(Range ? { Range } : {}) }))).Body?.transformToString();

test('what is put is what is got, with its type, its own fields and its checksum', async () => {
  const { client } = await openCityBucket();
  const Key = 'requests/نامه ۱ (a+b)&c/scan.txt';
  await client.send(
    new PutObjectCommand({ Bucket, Key, Body: 'hello', ContentType: 'text/plain', Metadata: { by: 'clerk' } }),
  );
  const got = await client.send(new GetObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
  expect(await got.Body?.transformToString()).toBe('hello');
  expect(got).toMatchObject({
    ContentType: 'text/plain',
    ContentLength: 5,
    Metadata: { by: 'clerk' },
    ETag: '"5d41402abc4b2a76b9719d911017c592"',
    ChecksumCRC32: 'NhCmhg==',
  });
  const head = await client.send(new HeadObjectCommand({ Bucket, Key }));
  expect(head).toMatchObject({ ContentLength: 5, ContentType: 'text/plain' });
});

test('below a path prefix, where clients sign the whole path, everything is the same', async () => {
  const { client } = await openCityBucket({ prefix: '/bucket' });
  await client.send(new PutObjectCommand({ Bucket, Key: 'a/b c', Body: 'below' }));
  expect(await read(client, 'a/b c')).toBe('below');
  expect((await client.send(new ListObjectsV2Command({ Bucket }))).Contents?.[0]?.Key).toBe('a/b c');
});

test('a bucket is made once and stays; one that is not there is told', async () => {
  const { client } = await openCityBucket();
  await client.send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'x' }));
  await client.send(new CreateBucketCommand({ Bucket }));
  await client.send(new HeadBucketCommand({ Bucket }));
  expect(await read(client, 'kept')).toBe('x');
  await expect(client.send(new HeadBucketCommand({ Bucket: 'nobody' }))).rejects.toThrow(
    expect.objectContaining({ name: 'NotFound' }),
  );
  await expect(client.send(new PutObjectCommand({ Bucket: 'nobody', Key: 'a', Body: 'x' }))).rejects.toThrow(
    'bucket does not exist',
  );
});

test.each([
  ['bytes=0-3', '0123'],
  ['bytes=7-', '789'],
  ['bytes=-2', '89'],
  ['bytes=8-99', '89'],
])('a range %s is cut out', async (range, expected) => {
  const { client } = await openCityBucket();
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '0123456789' }));
  expect(await read(client, 'k', range)).toBe(expected);
});

test('a range behind the end is refused, an empty object has no range', async () => {
  const { client } = await openCityBucket();
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '0123456789' }));
  await expect(read(client, 'k', 'bytes=10-')).rejects.toThrow(expect.objectContaining({ name: 'InvalidRange' }));
  await client.send(new PutObjectCommand({ Bucket, Key: 'empty', Body: '' }));
  expect(await read(client, 'empty')).toBe('');
});

test("a stream arrives whole, in the SDK's own chunks with the checksum behind them", async () => {
  const { client } = await openCityBucket();
  const large = Buffer.alloc(3_000_000, 'abcdefg');
  const Body = Readable.from(
    (function* () {
      for (let at = 0; at < large.length; at += 70_001) yield large.subarray(at, at + 70_001);
    })(),
  );
  await client.send(new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: large.length }));
  const got = await client.send(new GetObjectCommand({ Bucket, Key: 'stream' }));
  expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(large)).toBe(true);
  expect(got.ContentEncoding).toBeUndefined();
});

test.each([
  ['crc32', { ChecksumCRC32: 'AAAAAA==' }],
  ['sha256', { ChecksumSHA256: Buffer.alloc(32).toString('base64') }],
  ['md5', { ContentMD5: Buffer.alloc(16).toString('base64') }],
])('a body that does not fit its %s is refused and the old one stays', async (_, checksum) => {
  const { client, folder } = await openCityBucket();
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'old' }));
  const put = client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'new', ...checksum }));
  await expect(put).rejects.toThrow(expect.objectContaining({ name: 'BadDigest' }));
  expect(await read(client, 'k')).toBe('old');
  expect(readdirSync(join(folder, 'bodies'))).toHaveLength(1);
});

test('If-None-Match: * writes only what is not there, also when two try at once', async () => {
  const { client } = await openCityBucket();
  const put = (Body: string) => client.send(new PutObjectCommand({ Bucket, Key: 'once', Body, IfNoneMatch: '*' }));
  const results = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => put(`body ${n}`)));
  const won = results.findIndex(({ status }) => status === 'fulfilled');
  const lost = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason.name);
  expect(lost).toEqual(Array(9).fill('PreconditionFailed'));
  expect(await read(client, 'once')).toBe(`body ${won}`);
});

test('replacing and deleting leave no body behind', async () => {
  const { client, folder } = await openCityBucket();
  for (const Body of ['one', 'two']) await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body }));
  expect(readdirSync(join(folder, 'bodies'))).toHaveLength(1);
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
  expect(readdirSync(join(folder, 'bodies'))).toEqual([]);
  await expect(read(client, 'k')).rejects.toThrow(expect.objectContaining({ name: 'NoSuchKey' }));
});

test('lists come in pages, in the order of bytes, below a prefix', async () => {
  const { client } = await openCityBucket();
  const keys = ['a', 'b/1', 'b/2', 'b/ز', 'b/<&>', 'c'];
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  const listed: (string | undefined)[] = [];
  for await (const page of paginateListObjectsV2({ client, pageSize: 2 }, { Bucket, Prefix: 'b/' })) {
    expect(page.KeyCount).toBeLessThanOrEqual(2);
    listed.push(...(page.Contents ?? []).map(({ Key }) => Key));
  }
  expect(listed).toEqual(['b/1', 'b/2', 'b/<&>', 'b/ز']);
  const all = await client.send(new ListObjectsV2Command({ Bucket, StartAfter: 'b/1' }));
  expect(all.Contents?.map(({ Key }) => Key)).toEqual(['b/2', 'b/<&>', 'b/ز', 'c']);
  expect(all.Contents?.[0]).toMatchObject({ Size: 3, LastModified: expect.any(Date) });
});

test('an object in quarantine is read by nobody, until it is released', async () => {
  const { client } = await openCityBucket();
  const object = { Bucket, Key: 'upload' };
  await client.send(new PutObjectCommand({ ...object, Body: 'suspicious', Tagging: 'quarantine=scan&from=form' }));
  await expect(read(client, 'upload')).rejects.toThrow(expect.objectContaining({ name: 'AccessDenied' }));
  expect(await client.send(new HeadObjectCommand(object))).toMatchObject({ ContentLength: 10 });
  expect((await client.send(new GetObjectTaggingCommand(object))).TagSet).toEqual([
    { Key: 'quarantine', Value: 'scan' },
    { Key: 'from', Value: 'form' },
  ]);
  await client.send(new DeleteObjectTaggingCommand(object));
  expect(await read(client, 'upload')).toBe('suspicious');

  const TagSet = [{ Key: 'quarantine', Value: 'found "<something>" & kept' }];
  await client.send(new PutObjectTaggingCommand({ ...object, Tagging: { TagSet } }));
  expect((await client.send(new GetObjectTaggingCommand(object))).TagSet).toEqual(TagSet);
  await expect(read(client, 'upload')).rejects.toThrow(expect.objectContaining({ name: 'AccessDenied' }));
});

test('what is not known here is refused, and does nothing', async () => {
  const { client } = await openCityBucket();
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'kept' }));
  const calls = [
    () => client.send(new PutObjectAclCommand({ Bucket, Key: 'k', ACL: 'public-read' })),
    () => client.send(new CopyObjectCommand({ Bucket, Key: 'k', CopySource: `${Bucket}/other` })),
    () => client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' })),
    () => client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', ChecksumAlgorithm: 'SHA1' })),
  ];
  for (const call of calls) await expect(call()).rejects.toThrow(expect.objectContaining({ name: 'NotImplemented' }));
  expect(await read(client, 'k')).toBe('kept');
});

test('objects outlive a restart; bodies that a crash left behind do not', async () => {
  const { client, folder, reopen } = await openCityBucket();
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'kept' }));
  writeFileSync(join(folder, 'bodies', 'half-a-body'), 'torn');
  mkdirSync(join(folder, 'bodies', 'a-folder'));
  reopen();
  expect(await read(client, 'k')).toBe('kept');
  expect(readdirSync(join(folder, 'bodies'))).toHaveLength(1);
});

test('strangers, guessed secrets and other regions get nothing', async () => {
  const { client, url } = await openCityBucket();
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'secret' }));
  expect((await fetch(`${url}/${Bucket}/k`)).status).toBe(403);
  expect((await fetch(`${url}/${Bucket}/k`, { method: 'DELETE' })).status).toBe(403);
  const guessed = clientFor(url, { ...credentials, secretAccessKey: 'guessed' });
  const unknown = clientFor(url, { ...credentials, accessKeyId: 'stranger' });
  await expect(read(guessed, 'k')).rejects.toThrow(expect.objectContaining({ name: 'SignatureDoesNotMatch' }));
  await expect(read(unknown, 'k')).rejects.toThrow(expect.objectContaining({ name: 'InvalidAccessKeyId' }));
  expect(await read(client, 'k')).toBe('secret');
});

test('a key can neither climb out of its bucket nor hold control signs', async () => {
  const { client, folder } = await openCityBucket();
  for (const Key of ['../../escape', 'a/../b', 'a/./b', 'line\nbreak', 'x'.repeat(1025)]) {
    await expect(client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))).rejects.toThrow(
      expect.objectContaining({
        $metadata: expect.objectContaining({
          httpStatusCode: expect.toSatisfy((status) => status === 400 || status === 403),
        }),
      }),
    );
  }
  expect(readdirSync(join(folder, 'bodies'))).toEqual([]);
});

test('a body of a gigabyte is refused by its announced length, before it is read', async () => {
  const { client, folder } = await openCityBucket();
  const Body = Readable.from([Buffer.from('only the beginning')]);
  const put = client.send(new PutObjectCommand({ Bucket, Key: 'k', Body, ContentLength: 2 ** 30 }));
  await expect(put).rejects.toThrow(expect.objectContaining({ name: 'EntityTooLarge' }));
  expect(readdirSync(join(folder, 'bodies'))).toEqual([]);
});

test('clients that hang up in the middle or send garbage disturb nobody and leave nothing', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { client, url, folder } = await openCityBucket();
  const form =
    'POST /city-files HTTP/1.1\r\nhost: x\r\ncontent-length: 9999\r\ncontent-type: multipart/form-data; boundary=b\r\n\r\n';
  const lines = [
    'PUT /city-files/k HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf',
    `${form}--b\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\nhalf a file`,
    `${form}garbage`,
    'GET /city-files/%zz HTTP/1.1\r\nhost: x\r\n\r\n',
    'GET //// HTTP/1.1\r\nhost: x\r\n\r\n',
    'PUT http://elsewhere/city-files/k HTTP/1.1\r\nhost: x\r\n\r\n',
  ];
  for (const line of lines) await sendAndHangUp(url, line);
  const garbled = await fetch(`${url}/${Bucket}/k?X-Amz-Signature=a&X-Amz-Date=never&X-Amz-Expires=1e99`);
  expect(garbled.status).toBe(400);
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'fine' }));
  expect(await read(client, 'k')).toBe('fine');
  expect(readdirSync(join(folder, 'bodies'))).toHaveLength(1);
  expect(errors).not.toHaveBeenCalled();
});
