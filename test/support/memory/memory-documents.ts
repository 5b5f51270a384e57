import type { Document, Documents } from '../../../domain/ports/documents.ts';
import { keyOf } from './memory-house.ts';

/** A bucket in memory; `receive` stands for the browser that posts a file. */
export class MemoryDocuments implements Documents {
  readonly #files = new Map<string, { type: string; size: number }>();

  receive(city: string, id: string, file: { type: string; size: number }): void {
    this.#files.set(keyOf(city, id), file);
  }

  async upload(
    city: string,
    document: { id: string; type: string; size: number },
  ): Promise<{ url: string; fields: Record<string, string> }> {
    return {
      url: 'https://documents.example/',
      fields: { key: `${city}/documents/${document.id}`, 'Content-Type': document.type },
    };
  }

  async arrived(city: string, id: string): Promise<{ type: string; size: number } | undefined> {
    return this.#files.get(keyOf(city, id));
  }

  async link(city: string, { id }: Pick<Document, 'id' | 'name' | 'type'>): Promise<string> {
    return `https://documents.example/${city}/documents/${id}`;
  }
}
