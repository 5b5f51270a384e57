import type { PageBox } from '../scan-box.ts';

/** A picture of a scan: a plain page, which only the staff see; or, of an edition, a page or a cut as citizens see it. */
export type PictureName = { readonly scan: string } & (
  | { readonly edition: 'plain' | number; readonly page: number; readonly small?: boolean }
  | { readonly edition: number; readonly cut: PageBox }
);

/** The files behind the pictures. */
export type Pictures = {
  /** The file as it was uploaded. */
  original(city: string, id: string): Promise<Uint8Array | undefined>;
  read(city: string, name: PictureName): Promise<Uint8Array>;
  write(city: string, name: PictureName, jpeg: Uint8Array): Promise<void>;
  /** Every picture of an older edition goes: nobody shall see what has been blacked out since. */
  dropBefore(city: string, scan: string, edition: number): Promise<void>;
};

/** Links to pictures, for reading, that end after five minutes. */
export type PictureLinks = { picture(city: string, name: PictureName): Promise<string> };
