import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { toJpeg } from '../../adapters/images/codecs.ts';
import type { FileType } from '../../adapters/images/file-type.ts';
import { diceOf } from '../../local/demo/dice.ts';
import { toPng, writtenPage } from '../../local/demo/paper.ts';
import { jpegWithSegments, markerSegment, pngChunk, pngWithChunks } from './file-parts.ts';

export const HOSTILE_KINDS = ['truncated', 'polyglot', 'bomb', 'wrong-type', 'huge', 'position'] as const;
type HostileKind = (typeof HOSTILE_KINDS)[number];

export type TestFile = { readonly name: string; readonly announced: FileType; readonly bytes: Uint8Array };

/** What hostile files carry along; no picture made of them may. */
export const MARK = 'SMUGGLED-35.6892N-51.3890E';

const FINE = 2 ** 30;
/** Numbers from 0 to 1, the same ones for the same seed. */
const seeded = (seed: number): Random => {
  const dice = diceOf(String(seed));
  return () => dice(FINE) / FINE;
};
type Random = () => number;
const upTo = (random: Random, most: number): number => Math.floor(random() * most);
const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, i) => make(i));

const jpeg = async (random: Random, width = 200 + upTo(random, 300), height = 150 + upTo(random, 200)) => {
  const data = new Uint8ClampedArray(width * height * 4).map((_, at) => (at % 4 === 3 ? 255 : 120 + upTo(random, 100)));
  return Buffer.from(await toJpeg({ width, height, data }));
};
const png = (random: Random): Buffer => toPng(writtenPage(2 + upTo(random, 5)));
const pdf = async (random: Random, change: (document: PDFDocument) => void | Promise<void> = () => {}) => {
  const document = await PDFDocument.create();
  for (let page = 0; page <= upTo(random, 3); page += 1) document.addPage([595, 842]).drawText(`Order ${page + 1}`);
  await change(document);
  return Buffer.from(await document.save({ useObjectStreams: false }));
};

/** A photograph of that size, with the grain of a camera. */
export const photograph = (width: number, height: number): Promise<Buffer> => jpeg(seeded(1), width, height);

/** Three good files of each type. */
export const goodFiles = async (seed: number): Promise<TestFile[]> => {
  const random = seeded(seed);
  const files: TestFile[] = [];
  for (let index = 0; index < 3; index += 1) {
    files.push({ name: `good ${index} jpeg`, announced: 'image/jpeg', bytes: await jpeg(random) });
    files.push({ name: `good ${index} png`, announced: 'image/png', bytes: png(random) });
    files.push({ name: `good ${index} pdf`, announced: 'application/pdf', bytes: await pdf(random) });
  }
  return files;
};

const oneOf = async (random: Random, index: number): Promise<{ announced: FileType; bytes: Buffer }> => {
  if (index % 3 === 0) return { announced: 'image/jpeg', bytes: await jpeg(random) };
  if (index % 3 === 1) return { announced: 'image/png', bytes: png(random) };
  return { announced: 'application/pdf', bytes: await pdf(random) };
};

const RIDERS = [
  Buffer.from(`<html><script>/*${MARK}*/alert(1)</script></html>`),
  Buffer.from(`PK\u0003\u0004${MARK}`, 'latin1'),
  Buffer.from(`%PDF-1.7\n${MARK}\n%%EOF\n`),
  Buffer.from(`#!/bin/sh\necho ${MARK}\n`),
];

const OTHERS = [
  Buffer.alloc(0),
  Buffer.from([0xff]),
  Buffer.from(`GIF89a${MARK}`),
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><text>${MARK}</text></svg>`),
  Buffer.from(`MZ${'\0'.repeat(200)}${MARK}`),
  Buffer.from(`<!doctype html><p>${MARK}`),
  Buffer.from(`RIFF\0\0\0\0WEBP${MARK}`),
];
const TYPES: readonly FileType[] = ['image/jpeg', 'image/png', 'application/pdf'];

const makers: Readonly<Record<HostileKind, (random: Random, index: number) => Promise<Omit<TestFile, 'name'>>>> = {
  truncated: async (random, index) => {
    const { announced, bytes } = await oneOf(random, index);
    return { announced, bytes: bytes.subarray(0, Math.floor(bytes.length * (0.1 + random() * 0.8))) };
  },
  polyglot: async (random, index) => {
    const { announced, bytes } = await oneOf(random, index);
    const rider = RIDERS[index % RIDERS.length] ?? Buffer.alloc(0);
    return { announced, bytes: Buffer.concat(random() < 0.5 ? [bytes, rider] : [rider, bytes]) };
  },
  bomb: async (random, index) => BOMBS[index % BOMBS.length]?.(random) ?? oneOf(random, index),
  'wrong-type': async (random, index) => {
    const [announced] = [TYPES[index % 3] ?? 'image/png'];
    if (index < OTHERS.length) return { announced, bytes: OTHERS[index] ?? Buffer.alloc(0) };
    return { announced, bytes: (await oneOf(random, index + 1)).bytes };
  },
  huge: async (random, index) => {
    const [width, height] = [40_000 + upTo(random, 25_000), 40_000 + upTo(random, 25_000)];
    if (index % 2 === 0) return { announced: 'image/png', bytes: pngClaiming(width, height) };
    return { announced: 'image/jpeg', bytes: jpegClaiming(await jpeg(random), width, height, index % 4 === 1) };
  },
  position: async (random, index) => {
    if (index % 3 === 0) return { announced: 'image/jpeg', bytes: jpegWithSegments(await jpeg(random), MARK) };
    if (index % 3 === 1) return { announced: 'image/png', bytes: pngWithChunks(png(random), MARK) };
    return { announced: 'application/pdf', bytes: await pdf(random, tellAll) };
  },
};

/** So many of a kind, the same ones for the same seed. */
export const hostileFiles = async (kind: HostileKind, count: number, seed: number): Promise<TestFile[]> => {
  const random = seeded(seed);
  const files: TestFile[] = [];
  for (const index of times(count, (i) => i))
    files.push({ name: `${kind} ${index}`, ...(await makers[kind](random, index)) });
  return files;
};

const tellAll = async (document: PDFDocument): Promise<void> => {
  document.setAuthor(MARK);
  document.setSubject(MARK);
  document.addJavaScript('main', `app.alert("${MARK}")`);
  await document.attach(Buffer.from(MARK), 'secret.txt', { mimeType: 'text/plain' });
};

const header = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return head;
};
const pngOf = (width: number, height: number, packed: Buffer): Buffer => {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header(width, height)),
    pngChunk('IDAT', packed),
    pngChunk('IEND'),
  ]);
};
const pngClaiming = (width: number, height: number): Buffer => pngOf(width, height, deflateSync(Buffer.alloc(1000)));

/** The frame of a JPEG says another size; or a second frame does. */
const jpegClaiming = (file: Buffer, width: number, height: number, isSecond: boolean): Buffer => {
  const at = file.indexOf(Buffer.from([0xff, 0xc0]));
  const frame = Buffer.from(file.subarray(at, at + 2 + file.readUInt16BE(at + 2)));
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const rest = file.subarray(isSecond ? at : at + frame.length);
  return Buffer.concat([file.subarray(0, at), frame, rest]);
};

const MEGABYTES = 200;
const zeros = (): Buffer => deflateSync(Buffer.alloc(MEGABYTES * 1024 * 1024), { level: 1 });
const twicePacked = (): Buffer => deflateSync(zeros());

const streamed =
  (contents: Buffer, filters: readonly string[], more: Readonly<Record<string, unknown>> = {}) =>
  async (document: PDFDocument): Promise<void> => {
    const { context } = document;
    const dictionary = context.obj({ Filter: filters.map((name) => PDFName.of(name)), ...more });
    const stream = context.register(PDFRawStream.of(dictionary, contents));
    const page = document.getPage(0);
    if (more.Subtype === 'Image') page.node.setXObject(PDFName.of('Bomb'), stream);
    page.node.set(
      PDFName.of('Contents'),
      more.Subtype === 'Image' ? context.register(context.stream('600 0 0 800 0 0 cm /Bomb Do')) : stream,
    );
  };

type Bomb = (random: Random) => Promise<Omit<TestFile, 'name'>>;
const pdfBomb =
  (change: (document: PDFDocument) => void | Promise<void>): Bomb =>
  async (random) => ({
    announced: 'application/pdf',
    bytes: await pdf(random, change),
  });

/** Small files that unpack to very much. */
const BOMBS: readonly Bomb[] = [
  async () => ({ announced: 'image/png', bytes: pngOf(100, 100, zeros()) }),
  async () => ({ announced: 'image/png', bytes: pngOf(7_900, 7_900, zeros()) }),
  async (random) => ({ announced: 'image/png', bytes: pngWithChunks(png(random), MARK, zeros()) }),
  pdfBomb(streamed(zeros(), ['FlateDecode'])),
  pdfBomb(streamed(twicePacked(), ['FlateDecode', 'FlateDecode'])),
  pdfBomb(
    streamed(zeros(), ['FlateDecode'], {
      ...{ Type: 'XObject', Subtype: 'Image', Width: 60_000, Height: 60_000 },
      ...{ BitsPerComponent: 8, ColorSpace: 'DeviceRGB' },
    }),
  ),
  pdfBomb((document) => {
    for (let page = 0; page < 3000; page += 1) document.addPage([10, 10]);
  }),
  pdfBomb((document) => document.getPage(0).setSize(1e7, 1e7)),
  pdfBomb((document) => selfDrawing(document)),
  async (random) => ({ announced: 'image/jpeg', bytes: await jpegOfManyScans(random) }),
];

/** A form that draws itself, many times. */
const selfDrawing = (document: PDFDocument): void => {
  const { context } = document;
  const reference = context.nextRef();
  const resources = context.obj({ XObject: { Again: reference } });
  const body = '/Again Do '.repeat(1000);
  const form = context.stream(body, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 600, 800], Resources: resources });
  context.assign(reference, form);
  const page = document.getPage(0);
  page.node.setXObject(PDFName.of('Again'), reference);
  page.node.set(PDFName.of('Contents'), context.register(context.stream(body)));
};

/** The scan of a small picture, thousands of times in one file. */
const jpegOfManyScans = async (random: Random): Promise<Buffer> => {
  const file = await jpeg(random, 64, 64);
  const at = file.indexOf(Buffer.from([0xff, 0xda]));
  const scan = file.subarray(at, file.length - 2);
  return Buffer.concat([
    file.subarray(0, at),
    ...times(5000, () => scan),
    markerSegment(0xfe, MARK),
    Buffer.from([0xff, 0xd9]),
  ]);
};
