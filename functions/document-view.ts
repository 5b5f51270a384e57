import type * as z from 'zod/mini';
import type { DocumentView } from '../contract/request-view.ts';
import type { Document, Documents } from '../domain/ports/documents.ts';

/** A document with a link to read it by, which ends after minutes. */
export const viewDocument = async (
  city: string,
  document: Document,
  documents: Documents,
): Promise<z.input<typeof DocumentView>> => ({ ...document, url: await documents.link(city, document) });
