import { crc32, deflateSync } from 'node:zlib';

/** A chunk of a PNG. */
export const pngChunk = (type: string, data: Buffer = Buffer.alloc(0)): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A segment of a JPEG with a text in it. */
export const markerSegment = (marker: number, text: string | Buffer): Buffer => {
  const body = Buffer.from(text);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** EXIF, big-endian: how the camera was held, and a text that says where. */
const exif = (orientation: number, text: string): Buffer => {
  const entries = Buffer.alloc(2 + 2 * 12 + 4);
  entries.writeUInt16BE(2, 0);
  entries.set([0x01, 0x0e, 0, 2], 2);
  entries.writeUInt32BE(text.length + 1, 6);
  entries.writeUInt32BE(8 + entries.length, 10);
  entries.set([0x01, 0x12, 0, 3, 0, 0, 0, 1], 14);
  entries.writeUInt16BE(orientation, 22);
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  return Buffer.concat([Buffer.from('Exif\0\0'), tiff, entries, Buffer.from(`${text}\0`)]);
};

/** The photograph as a telephone would write it: EXIF, XMP and a comment before the pixels. */
export const jpegWithSegments = (file: Buffer, text: string, orientation = 1): Buffer =>
  Buffer.concat([
    file.subarray(0, 2),
    markerSegment(0xe1, exif(orientation, text)),
    markerSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${text}</x>`),
    markerSegment(0xfe, text),
    file.subarray(2),
  ]);

/** The picture with texts beside its pixels, one of them packed. */
export const pngWithChunks = (file: Buffer, text: string, packed: Buffer = deflateSync(text)): Buffer => {
  const AFTER_HEADER = 33;
  return Buffer.concat([
    file.subarray(0, AFTER_HEADER),
    pngChunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1')),
    pngChunk('zTXt', Buffer.concat([Buffer.from('Location\0\0', 'latin1'), packed])),
    pngChunk('eXIf', exif(1, text).subarray(6)),
    file.subarray(AFTER_HEADER),
  ]);
};
