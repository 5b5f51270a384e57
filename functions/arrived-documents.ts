import type { UploadedDocument } from '../contract/citizen/documents.ts';
import { agree, type Outcome, refuse } from '../domain/outcome.ts';
import type { Document, Documents } from '../domain/ports/documents.ts';
import type { Instant } from '../domain/time.ts';

/** Uploaded documents as the case keeps them, if each has arrived with the type and size that were announced. */
export const arrivedDocuments = async (
  city: string,
  announced: readonly UploadedDocument[],
  { documents, at }: { documents: Documents; at: Instant },
): Promise<Outcome<Document[]>> => {
  const arrivals = await Promise.all(announced.map(({ id }) => documents.arrived(city, id)));
  const missing = announced.filter(({ type, size }, index) => {
    const arrival = arrivals[index];
    return arrival === undefined || arrival.type !== type || arrival.size !== size;
  });
  if (missing.length > 0) return refuse('document-missing', { documents: missing.map(({ id }) => id) });
  return agree(announced.map((document) => ({ ...document, kind: 'attachment', addedAt: at })));
};
