import { ListObjectsV2Command, PutObjectCommand, PutObjectTaggingCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { S3Documents } from '../../../adapters/s3/s3-documents.ts';
import { S3Pictures } from '../../../adapters/s3/s3-pictures.ts';
import { TaggedMalwareCheck } from '../../../adapters/s3/tagged-malware-check.ts';
import { Bucket, openCityBucket } from '../../local/bucket/city-bucket.ts';

const CITY = 'eastmere';
const cut = { page: 1, x: 10, y: 20, width: 300, height: 40 };
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const textOf = (file: Uint8Array | undefined) => file && Buffer.from(file).toString();

describe('The pictures of scans', () => {
  it('are read as they were written, and linked to as pictures for five minutes', async () => {
    const { client } = await openCityBucket();
    const pictures = new S3Pictures(client, Bucket);
    const names = [
      { scan: 'S', edition: 'plain', page: 1 },
      { scan: 'S', edition: 2, page: 1, small: true },
      { scan: 'S', edition: 2, cut },
    ] as const;
    for (const [index, name] of names.entries()) await pictures.write(CITY, name, bytes(`picture ${index}`));
    for (const [index, name] of names.entries()) {
      expect(textOf(await pictures.read(CITY, name))).toBe(`picture ${index}`);
      const link = await new S3Documents(client, Bucket).picture(CITY, name);
      const reply = await fetch(link);
      expect([await reply.text(), reply.headers.get('content-type')]).toEqual([`picture ${index}`, 'image/jpeg']);
      expect(new URL(link).searchParams.get('X-Amz-Expires')).toBe('300');
    }
  });

  it('of older editions go, and nothing else', async () => {
    const { client } = await openCityBucket();
    const pictures = new S3Pictures(client, Bucket);
    for (const edition of [1, 2, 10]) {
      await pictures.write(CITY, { scan: 'S', edition, page: 1 }, bytes('page'));
      await pictures.write(CITY, { scan: 'S', edition, cut }, bytes('cut'));
    }
    await pictures.write(CITY, { scan: 'S', edition: 'plain', page: 1 }, bytes('plain'));
    await pictures.write(CITY, { scan: 'S2', edition: 1, page: 1 }, bytes('of another'));
    await pictures.dropBefore(CITY, 'S', 10);
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents.map(({ Key }) => Key)).toEqual([
      `${CITY}/pages/S/1.jpg`,
      `${CITY}/shown/S/10/1.jpg`,
      `${CITY}/shown/S/10/cut-1-10-20-300-40.jpg`,
      `${CITY}/shown/S2/1/1.jpg`,
    ]);
  });

  it('are made of originals, where these have arrived', async () => {
    const { client } = await openCityBucket();
    const pictures = new S3Pictures(client, Bucket);
    expect(await pictures.original(CITY, 'S')).toBeUndefined();
    await client.send(new PutObjectCommand({ Bucket, Key: `${CITY}/documents/S`, Body: '%PDF-' }));
    expect(textOf(await pictures.original(CITY, 'S'))).toBe('%PDF-');
  });
});

describe('The verdict about a file', () => {
  it.each([
    ['NO_THREATS_FOUND', 'clean'],
    ['THREATS_FOUND', 'infected'],
    ['UNSUPPORTED', undefined],
    ['FAILED', undefined],
    [undefined, undefined],
  ])('tagged %s is %s', async (Value, verdict) => {
    const { client } = await openCityBucket();
    const Key = `${CITY}/documents/S`;
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'content' }));
    const TagSet = Value === undefined ? [] : [{ Key: 'GuardDutyMalwareScanStatus', Value }];
    await client.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet } }));
    expect(await new TaggedMalwareCheck(client, Bucket).verdict(CITY, 'S')).toBe(verdict);
  });
});
