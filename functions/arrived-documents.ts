import type { UploadedDocument } from '../contract/citizen/documents.ts';
import { agree, type Outcome, refuse } from '../domain/outcome.ts';
import type { Document, Documents } from '../domain/ports/documents.ts';
import type { Scans } from '../domain/ports/scans.ts';
import { type Scan, takeInto } from '../domain/scan.ts';
import type { Instant } from '../domain/time.ts';
import { changeScan } from './change-scan.ts';

export type ArrivalNeeds = { readonly documents: Documents; readonly scans: Scans };

/**
 * Uploaded documents as the case keeps them, if each has arrived as it was announced, was not refused, and belongs to no other
 * case. From then on each belongs to this one.
 */
export const arrivedDocuments = async (
  { city, request, at }: { readonly city: string; readonly request: string; readonly at: Instant },
  announced: readonly UploadedDocument[],
  { documents, scans }: ArrivalNeeds,
): Promise<Outcome<Document[]>> => {
  const arrivals = await Promise.all(announced.map(({ id }) => documents.arrived(city, id)));
  const missing = announced.filter(({ size }, index) => arrivals[index] !== size);
  if (missing.length > 0) return refuse('document-missing', { documents: missing.map(({ id }) => id) });
  for (const document of announced) {
    const taken = await changeScan(city, document.id, (scan) => takeAsAnnounced(scan, document, request), scans);
    if (!taken.agreed) return taken;
  }
  return agree(announced.map((document) => ({ ...document, kind: 'attachment', addedAt: at })));
};

const takeAsAnnounced = (scan: Scan, { id, name, type, size }: UploadedDocument, request: string): Outcome<Scan> =>
  scan.name === name && scan.type === type && scan.size === size
    ? takeInto(scan, request)
    : refuse('document-missing', { documents: [id] });
