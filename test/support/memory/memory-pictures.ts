import { editionsOf, originalKey, pictureKey } from '../../../adapters/s3/object-keys.ts';
import type { MalwareCheck } from '../../../domain/ports/malware-check.ts';
import type { PageMaker, PagePicture } from '../../../domain/ports/page-maker.ts';
import type { PictureName, Pictures } from '../../../domain/ports/pictures.ts';
import type { ScanFault } from '../../../domain/scan.ts';

/** The bucket of the pictures in memory, searched for malware by whoever sets the verdict. */
export class MemoryPictures implements Pictures, MalwareCheck {
  readonly files = new Map<string, Uint8Array>();
  found: 'clean' | 'infected' | undefined = 'clean';

  receive(city: string, id: string, bytes: Uint8Array): void {
    this.files.set(originalKey(city, id), bytes);
  }

  async verdict(): Promise<'clean' | 'infected' | undefined> {
    return this.found;
  }

  async original(city: string, id: string): Promise<Uint8Array | undefined> {
    return this.files.get(originalKey(city, id));
  }

  async read(city: string, name: PictureName): Promise<Uint8Array> {
    const file = this.files.get(pictureKey(city, name));
    if (!file) throw new Error(`There is no ${pictureKey(city, name)}`);
    return file;
  }

  async write(city: string, name: PictureName, jpeg: Uint8Array): Promise<void> {
    this.files.set(pictureKey(city, name), jpeg);
  }

  async dropBefore(city: string, scan: string, edition: number): Promise<void> {
    const prefix = editionsOf(city, scan);
    for (const key of this.files.keys()) {
      if (key.startsWith(prefix) && Number.parseInt(key.slice(prefix.length), 10) < edition) this.files.delete(key);
    }
  }
}

/** Writes down, in place of painting, what it was told to; a file says by its text how many pages it has, or its fault. */
export class MemoryPageMaker implements PageMaker {
  async read(file: Uint8Array): Promise<{ pages: PagePicture[] } | { fault: ScanFault }> {
    const text = Buffer.from(file).toString();
    if (text === 'damaged') return { fault: 'damaged' };
    if (text === 'thrown') throw new Error('The page maker has failed');
    return { pages: Array.from({ length: Number(text) }, (_, index) => pictureOf(`page ${index + 1}`)) };
  }

  async show({ pages, blackouts, boxes }: Parameters<PageMaker['show']>[0]): ReturnType<PageMaker['show']> {
    const without = (page: number) => blackouts.filter((box) => box.page === page).map(({ x, y }) => ` -${x},${y}`);
    const shown = pages.map((page, index) => `${Buffer.from(page)}${without(index + 1).join('')}`);
    return {
      pages: shown.map(pictureOf),
      cuts: boxes.map(({ page, x, y }) => Buffer.from(`cut ${x},${y} of ${shown[page - 1]}`)),
    };
  }
}

const pictureOf = (text: string): PagePicture => ({
  ...{ width: 1414, height: 2000 },
  ...{ page: Buffer.from(text), small: Buffer.from(`small ${text}`) },
});
