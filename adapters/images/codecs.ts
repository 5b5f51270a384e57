import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import decodePng, { init as initPng } from '@jsquash/png/decode.js';
import resizePicture, { initResize } from '@jsquash/resize';
import type { Picture } from './picture.ts';
import { WASM_FILES } from './wasm-files.ts';

const wasm = async (file: keyof typeof WASM_FILES): Promise<ArrayBuffer> => {
  const bytes = await readFile(fileURLToPath(import.meta.resolve(WASM_FILES[file])));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};

/** What a picture is kept with: good handwriting, in half of the time that a progressive file takes. */
const KEPT = { quality: 80, progressive: false };

/** Begins at the first use, and only once. */
const once = (begin: () => Promise<unknown>): (() => Promise<unknown>) => {
  let begun: Promise<unknown> | undefined;
  return () => {
    begun ??= begin();
    return begun;
  };
};
const jpegDecoder = once(async () => initJpegDecoder({ wasmBinary: await wasm('jpegDecoder') }));
const jpegEncoder = once(async () => initJpegEncoder({ wasmBinary: await wasm('jpegEncoder') }));
const pngDecoder = once(async () => initPng(await wasm('png')));
const resizer = once(async () => initResize(await wasm('resize')));

/** Turned as the camera says, without anything that the file tells besides its pixels. */
export const fromJpeg = async (file: Uint8Array): Promise<Picture> => {
  await jpegDecoder();
  return decodeJpeg(new Uint8Array(file).buffer, { preserveOrientation: true });
};

export const fromPng = async (file: Uint8Array): Promise<Picture> => {
  await pngDecoder();
  return decodePng(new Uint8Array(file).buffer);
};

export const toJpeg = async (picture: Picture): Promise<Uint8Array> => {
  await jpegEncoder();
  return new Uint8Array(await encodeJpeg(imageOf(picture), KEPT));
};

/** The picture with its longer side at most so long; a smaller one stays as it is. */
export const within = async (picture: Picture, longest: number): Promise<Picture> => {
  const scale = longest / Math.max(picture.width, picture.height);
  if (scale >= 1) return picture;
  await resizer();
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const method = { method: 'triangle', fitMethod: 'stretch', premultiply: false, linearRGB: false } as const;
  return resizePicture(imageOf(picture), { width: width ?? 1, height: height ?? 1, ...method });
};

/** As the codecs, which were made for browsers, name it. */
const imageOf = ({ width, height, data }: Picture) => ({ width, height, data, colorSpace: 'srgb' as const });

/** PDFium, built without JavaScript: nothing that a document brings is run. */
export const openPdfium = async (): Promise<PDFiumLibrary> => PDFiumLibrary.init({ wasmBinary: await wasm('pdf') });
