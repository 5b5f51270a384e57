import { describe, expect, it } from 'vitest';
import { S3Anchors } from '../../../adapters/s3/s3-anchors.ts';
import type { Anchors } from '../../../domain/ports/anchors.ts';
import { Bucket, openCityBucket } from '../../local/bucket/city-bucket.ts';
import { MemoryAnchors } from '../../support/memory/memory-anchors.ts';

const POST = { city: 'eastmere', official: 'harbour-alderman' };
const anchorOn = (on: string, number = 1) => ({ on, number, hash: `hash ${number}`, notedAt: `${on}T10:00:00.000Z` });

const promises = (open: () => Promise<Anchors>) => {
  it('notes the head of a post once a day, and never writes over it', async () => {
    const anchors = await open();
    expect(await anchors.note(POST, anchorOn('2026-06-08'))).toBe(true);
    expect(await anchors.note(POST, anchorOn('2026-06-08', 2))).toBe(false);
    expect(await anchors.list(POST, { limit: 10 })).toEqual([anchorOn('2026-06-08')]);
  });

  it('lists the days of one post, oldest first and page by page', async () => {
    const anchors = await open();
    const days = ['2026-06-08', '2026-06-10', '2026-06-09'];
    for (const [index, on] of days.entries()) await anchors.note(POST, anchorOn(on, index + 1));
    await anchors.note({ ...POST, official: 'harbour-alderman-2' }, anchorOn('2026-06-08'));
    await anchors.note({ ...POST, city: 'tehran' }, anchorOn('2026-06-08'));
    const first = await anchors.list(POST, { limit: 2 });
    expect(first.map(({ on }) => on)).toEqual(['2026-06-08', '2026-06-09']);
    expect(await anchors.list(POST, { limit: 2, after: '2026-06-09' })).toEqual([anchorOn('2026-06-10', 2)]);
  });
};

describe('in memory', () => promises(async () => new MemoryAnchors()));
describe('in the bucket', () => promises(async () => new S3Anchors((await openCityBucket()).client, Bucket)));
