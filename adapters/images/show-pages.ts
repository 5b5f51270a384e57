import type { PagePicture } from '../../domain/ports/page-maker.ts';
import type { PageBox } from '../../domain/scan-box.ts';
import { fromJpeg, toJpeg } from './codecs.ts';
import { pagePicture } from './page-picture.ts';
import { blackened, cutOut } from './picture.ts';

export type ShowJob = {
  readonly pages: readonly Uint8Array[];
  readonly blackouts: readonly PageBox[];
  readonly boxes: readonly PageBox[];
};
export type ShownPages = { readonly pages: readonly PagePicture[]; readonly cuts: readonly Uint8Array[] };

/** The pages with what is blacked out painted over, and the cuts of those pages; a cut never shows more than its page. */
export const showPages = async ({ pages, blackouts, boxes }: ShowJob): Promise<ShownPages> => {
  const shown: PagePicture[] = [];
  const cuts = new Map<PageBox, Uint8Array>();
  for (const [index, page] of pages.entries()) {
    const isHere = (box: PageBox) => box.page === index + 1;
    const picture = blackened(await fromJpeg(page), blackouts.filter(isHere));
    shown.push(await pagePicture(picture));
    for (const box of boxes.filter(isHere)) cuts.set(box, await toJpeg(cutOut(picture, box)));
  }
  return { pages: shown, cuts: boxes.flatMap((box) => cuts.get(box) ?? []) };
};
