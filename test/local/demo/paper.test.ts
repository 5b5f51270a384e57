import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bandOf, type Cut, type Paper, toPng, writtenPage } from '../../../local/demo/paper.ts';

/** The chunks of a PNG file, each with its sum checked. */
const chunksOf = (png: Buffer): Map<string, Buffer> => {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end));
    at = end + 4;
  }
  return chunks;
};

/** The part of a paper alone. */
const cutOut = ({ width, height, pixels }: Paper, cut: Cut) => {
  const [left, top] = [Math.floor((cut.x * width) / 1000), Math.floor((cut.y * height) / 1000)];
  const [wide, high] = [Math.floor((cut.width * width) / 1000), Math.floor((cut.height * height) / 1000)];
  const rows = Array.from({ length: high }, (_, row) => {
    const from = (top + row) * width + left;
    return [...pixels.subarray(from, from + wide)];
  });
  return { width: wide, pixels: Uint8Array.from(rows.flat()) };
};

const isWritten = ({ pixels }: { pixels: Uint8Array }) => pixels.some((pixel) => pixel < 100);

test('a page becomes a PNG of its size, with every pixel', () => {
  const page = writtenPage(3);
  const png = toPng(page);
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks = chunksOf(png);
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  expect([chunks.get('IHDR')?.readUInt32BE(0), chunks.get('IHDR')?.readUInt32BE(4)]).toEqual([page.width, page.height]);
  const rows = inflateSync(chunks.get('IDAT') ?? '');
  const first = rows.subarray(page.width + 2, 2 * (page.width + 1));
  expect([...first]).toEqual([...page.pixels.subarray(page.width, 2 * page.width)]);
});

test('each line of handwriting lies in its own band, and nothing between the bands is cut through', () => {
  const page = writtenPage(3);
  for (const line of [0, 1, 2]) {
    const cut = cutOut(page, bandOf(line, 3));
    expect(isWritten(cut)).toBe(true);
    const edges = [...cut.pixels.subarray(0, cut.width), ...cut.pixels.subarray(-cut.width)];
    expect(isWritten({ pixels: Uint8Array.from(edges) })).toBe(false);
  }
  expect(isWritten(cutOut(page, { x: 0, y: 0, width: 50, height: 1000 }))).toBe(false);
});
