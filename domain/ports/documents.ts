import type { Instant } from '../time.ts';
import type { PictureLinks } from './pictures.ts';

/** A document of a case: who brought it, and what it was announced as. */
export type Document = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly kind: 'attachment' | 'scan' | 'proof' | 'representation';
  readonly addedAt: Instant;
};

/** The bucket behind the documents. */
export type Documents = PictureLinks & {
  /** A form that a browser can post the file with: the size and type that were announced, nothing else, for ten minutes. */
  upload(
    city: string,
    document: { id: string; type: string; size: number },
  ): Promise<{ url: string; fields: Record<string, string> }>;
  /** How many bytes really arrived. The form took no other type than the announced one. */
  arrived(city: string, id: string): Promise<number | undefined>;
  /** A link for reading the file as it was uploaded, which ends after five minutes; for the staff alone. */
  original(city: string, document: Pick<Document, 'id' | 'name' | 'type'>): Promise<string>;
};
