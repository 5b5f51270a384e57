import type { ScanFault } from '../scan.ts';
import type { PageBox } from '../scan-box.ts';

/** A page as JPEG files without anything but its pixels: as it is read, and small for lists. */
export type PagePicture = {
  readonly width: number;
  readonly height: number;
  readonly page: Uint8Array;
  readonly small: Uint8Array;
};

/** Who can read and paint pictures. */
export type PageMaker = {
  /** A file's pages, if its content is what was announced and can be read without harm; else why not. */
  read(
    file: Uint8Array,
    announced: string,
  ): Promise<{ readonly pages: readonly PagePicture[] } | { readonly fault: ScanFault }>;
  /** Pages with the blackouts painted over, and the cuts of those pages, in the order of the boxes. */
  show(job: {
    readonly pages: readonly Uint8Array[];
    readonly blackouts: readonly PageBox[];
    readonly boxes: readonly PageBox[];
  }): Promise<{ readonly pages: readonly PagePicture[]; readonly cuts: readonly Uint8Array[] }>;
};
