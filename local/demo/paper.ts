import { crc32, deflateSync } from 'node:zlib';

/** A grey picture, one byte a pixel, row by row. */
export type Paper = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };
/** A part of a paper, in thousandths of its width and height. */
export type Cut = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const PAPER = 245;
const INK = 40;
const LINE_HEIGHT = 12;

/** An A5 sheet with so many lines of handwriting on it, evenly down the page; each line lies alone in its band. */
export const writtenPage = (lines: number): Paper => {
  const [width, height] = [420, 594];
  const pixels = new Uint8Array(width * height).fill(PAPER);
  for (let line = 0; line < lines; line += 1) {
    const middle = ((line + 0.5) * height) / lines;
    for (let x = width * 0.1; x < width * 0.9; x += 1) {
      const y = Math.round(middle + Math.sin(x / 4 + line) * LINE_HEIGHT);
      pixels.fill(INK, y * width + Math.floor(x), y * width + Math.floor(x) + 2);
    }
  }
  return { width, height, pixels };
};

/** The band of one line of such a page. */
export const bandOf = (line: number, lines: number): Cut => ({
  x: 50,
  y: Math.round((line * 1000) / lines),
  width: 900,
  height: Math.floor(1000 / lines),
});

/** The picture as a PNG file: 8-bit grey, no filter. */
export const toPng = ({ width, height, pixels }: Paper): Buffer<ArrayBuffer> => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')]);
};

const chunk = (type: string, data = Buffer.alloc(0)): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};
