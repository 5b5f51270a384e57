import { originalKey, pictureKey } from '../../../adapters/s3/object-keys.ts';
import type { Document, Documents } from '../../../domain/ports/documents.ts';
import type { PictureName } from '../../../domain/ports/pictures.ts';

const HOST = 'https://documents.example/';

/** A bucket in memory; `receive` stands for the browser that posts a file. */
export class MemoryDocuments implements Documents {
  readonly #files = new Map<string, number>();

  receive(city: string, id: string, { size }: { size: number }): void {
    this.#files.set(originalKey(city, id), size);
  }

  async upload(
    city: string,
    document: { id: string; type: string; size: number },
  ): Promise<{ url: string; fields: Record<string, string> }> {
    return { url: HOST, fields: { key: originalKey(city, document.id), 'Content-Type': document.type } };
  }

  async arrived(city: string, id: string): Promise<number | undefined> {
    return this.#files.get(originalKey(city, id));
  }

  async original(city: string, { id }: Pick<Document, 'id' | 'name' | 'type'>): Promise<string> {
    return `${HOST}${originalKey(city, id)}`;
  }

  async picture(city: string, name: PictureName): Promise<string> {
    return `${HOST}${pictureKey(city, name)}`;
  }
}
