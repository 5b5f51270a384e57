import type { Instant } from '../time.ts';

/** A document of a case: who brought it, and whether its content has arrived in the bucket. */
export type Document = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly kind: 'attachment' | 'scan' | 'proof' | 'representation';
  readonly addedAt: Instant;
};

/** The bucket behind the documents. */
export type Documents = {
  /** A form that a browser can post the file with: the size and type that were announced, nothing else, for ten minutes. */
  upload(
    city: string,
    document: { id: string; type: string; size: number },
  ): Promise<{ url: string; fields: Record<string, string> }>;
  /** What really arrived. */
  arrived(city: string, id: string): Promise<{ type: string; size: number } | undefined>;
  /** A link for reading that ends after five minutes. */
  link(city: string, document: Pick<Document, 'id' | 'name' | 'type'>): Promise<string>;
};
