export type FileType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** What a file says of itself before anything is decoded. */
export type FileHead =
  | { readonly type: 'application/pdf'; readonly whole: boolean }
  | {
      readonly type: 'image/jpeg' | 'image/png';
      readonly width: number;
      readonly height: number;
      readonly whole: boolean;
    };

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A PDF ends with this mark, within its last kilobyte. */
const PDF_END = '%%EOF';
const PDF_TAIL = 1024;

/** The type by the content alone, the size that it announces, and whether its end is there; nothing if it is none of the three. */
export const readHead = (bytes: Uint8Array): FileHead | undefined => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 8).equals(PNG)) return pngHead(file);
  if (file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return jpegHead(file);
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') {
    return { type: 'application/pdf', whole: file.subarray(-PDF_TAIL).includes(PDF_END) };
  }
  return undefined;
};

const pngHead = (file: Buffer): FileHead | undefined => {
  if (file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  const size = { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  return { type: 'image/png', ...size, whole: file.includes('IEND', 33, 'latin1') };
};

const [TEMPORARY, RESTART_FIRST, RESTART_LAST, START_OF_SCAN] = [0x01, 0xd0, 0xd7, 0xda];
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);
/** Start of frame, in whichever coding; the three others of this row are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Walks from segment to segment to where the pixels begin. Of several frames the largest counts. */
const jpegHead = (file: Buffer): FileHead | undefined => {
  let [width, height] = [0, 0];
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) return undefined;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === TEMPORARY || (marker >= RESTART_FIRST && marker <= RESTART_LAST)) at += 2;
    else if (marker === START_OF_SCAN) {
      return { type: 'image/jpeg', width, height, whole: file.includes(END_OF_IMAGE, at) };
    } else {
      if (isFrame(marker) && at + 9 <= file.length) {
        height = Math.max(height, file.readUInt16BE(at + 5));
        width = Math.max(width, file.readUInt16BE(at + 7));
      }
      at += 2 + file.readUInt16BE(at + 2);
    }
  }
  return { type: 'image/jpeg', width, height, whole: false };
};
