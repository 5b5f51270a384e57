import { describe, expect, it } from 'vitest';
import { ChildPageMaker } from '../../../adapters/images/child-page-maker.ts';
import { fromJpeg, toJpeg } from '../../../adapters/images/codecs.ts';
import type { Picture } from '../../../adapters/images/picture.ts';
import { jpegWithSegments } from '../../support/file-parts.ts';

const PROGRAM = new URL('../../../adapters/images/page-process.ts', import.meta.url).pathname;
const maker = new ChildPageMaker(PROGRAM);

/** A white sheet whose left half is red. */
const sheet = (width: number, height: number): Promise<Uint8Array> => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if (pixel % width < width / 2) data.set([220, 30, 30], pixel * 4);
  }
  return toJpeg({ width, height, data });
};

const colourAt = ({ width, data }: Picture, x: number, y: number): string => {
  const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4);
  if (red + green + blue < 60) return 'black';
  return red > 150 && green < 100 ? 'red' : 'white';
};

describe('The pages that people see', () => {
  it('have the pixels below a blackout replaced, and their cuts and small pictures with them', async () => {
    const { pages, cuts } = await maker.show({
      pages: [await sheet(400, 200), await sheet(400, 200)],
      blackouts: [{ page: 1, x: 100, y: 0, width: 200, height: 500 }],
      boxes: [
        { page: 2, x: 0, y: 0, width: 500, height: 1000 },
        { page: 1, x: 0, y: 0, width: 300, height: 250 },
      ],
    });
    const [first, second] = await Promise.all(pages.map(({ page }) => fromJpeg(page)));
    if (!first || !second) throw new Error('There are two pages');
    expect([colourAt(first, 60, 50), colourAt(first, 20, 50), colourAt(first, 60, 150)]).toEqual([
      'black',
      'red',
      'red',
    ]);
    expect(colourAt(second, 60, 50)).toBe('red');
    const [whole, part] = await Promise.all(cuts.map(fromJpeg));
    if (!whole || !part) throw new Error('There are two cuts');
    expect([whole.width, whole.height, part.width, part.height]).toEqual([200, 200, 120, 50]);
    expect([colourAt(whole, 60, 50), colourAt(part, 60, 25), colourAt(part, 20, 25)]).toEqual(['red', 'black', 'red']);
    const small = await fromJpeg(pages[0]?.small ?? new Uint8Array());
    expect(colourAt(small, 48, 40)).toBe('black');
  });

  it('stand upright, however the camera was held', async () => {
    const sideways = jpegWithSegments(Buffer.from(await sheet(400, 200)), 'here', 6);
    const read = await maker.read(sideways, 'image/jpeg');
    expect('pages' in read && read.pages.map(({ width, height }) => [width, height])).toEqual([[200, 400]]);
  });

  it('are no longer than two thousand pixels on their longer side', async () => {
    const read = await maker.read(await sheet(3000, 1500), 'image/jpeg');
    expect('pages' in read && read.pages.map(({ width, height }) => [width, height])).toEqual([[2000, 1000]]);
  });

  it('are given up if their process does not end', async () => {
    const hasty = new ChildPageMaker(PROGRAM, { mostMs: 1 });
    expect(await hasty.read(await sheet(400, 200), 'image/jpeg')).toEqual({ fault: 'too-hard' });
    await expect(hasty.show({ pages: [await sheet(400, 200)], blackouts: [], boxes: [] })).rejects.toThrow('ended');
  });
});
