import type { PagePicture } from '../../domain/ports/page-maker.ts';
import type { ScanFault } from '../../domain/scan.ts';
import { fromJpeg, fromPng, openPdfium, within } from './codecs.ts';
import { type FileHead, type FileType, readHead } from './file-type.ts';
import { pagePicture } from './page-picture.ts';
import { onPaper, type Picture } from './picture.ts';

/** Larger pictures than cameras of telephones take. A picture's own numbers are looked at before a byte of it is unpacked. */
const MOST_PIXELS = 64_000_000;
const LONGEST_SIDE = 20_000;
const MOST_PAGES = 20;
const LONGEST_PAGE_SIDE = 2000;

/** The password of a locked document was not given; PDFium has no other word for it. */
const LOCKED = /password/i;

export type ReadPages = { readonly pages: readonly PagePicture[] } | { readonly fault: ScanFault };

/** A file's pages as plain pictures, or why it is refused. */
export const readPages = async (file: Uint8Array, announced: string): Promise<ReadPages> => {
  const head = readHead(file);
  const fault = faultOf(head, announced);
  if (fault || !head) return { fault: fault ?? 'not-its-type' };
  try {
    return head.type === 'application/pdf' ? await pdfPages(file) : { pages: [await photo(file, head.type)] };
  } catch (thrown) {
    return { fault: LOCKED.test(String(thrown)) ? 'locked' : 'damaged' };
  }
};

const faultOf = (head: FileHead | undefined, announced: string): ScanFault | undefined => {
  if (head?.type !== announced) return 'not-its-type';
  if (!head.whole) return 'damaged';
  if (head.type === 'application/pdf') return undefined;
  const { width, height } = head;
  if (width === 0 || height === 0) return 'damaged';
  return width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE ? 'too-many-pixels' : undefined;
};

const photo = async (file: Uint8Array, type: Exclude<FileType, 'application/pdf'>): Promise<PagePicture> => {
  const picture = type === 'image/jpeg' ? await fromJpeg(file) : await fromPng(file);
  return pagePicture(onPaper(await within(picture, LONGEST_PAGE_SIDE)));
};

const pdfPages = async (file: Uint8Array): Promise<ReadPages> => {
  const pdfium = await openPdfium();
  const document = await pdfium.loadDocument(file);
  const count = document.getPageCount();
  if (count === 0) return { fault: 'damaged' };
  if (count > MOST_PAGES) return { fault: 'too-many-pages' };
  const pages: PagePicture[] = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = LONGEST_PAGE_SIDE / Math.max(originalWidth, originalHeight, 1);
    const size = { width: pixelsOf(originalWidth, scale), height: pixelsOf(originalHeight, scale) };
    const { data, width, height } = await page.render({ ...size, render: 'bitmap' });
    const picture: Picture = { data: new Uint8ClampedArray(data), width, height };
    pages.push(await pagePicture(onPaper(picture)));
  }
  return { pages };
};

const pixelsOf = (points: number, scale: number): number => Math.max(1, Math.round(points * scale));
