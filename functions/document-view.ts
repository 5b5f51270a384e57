import type * as z from 'zod/mini';
import type { DocumentView } from '../contract/request-view.ts';
import type { Document, Documents } from '../domain/ports/documents.ts';
import type { Scans } from '../domain/ports/scans.ts';
import type { Reader } from './request-view.ts';
import { viewScan } from './scan-view.ts';

export type DocumentViewNeeds = { readonly documents: Documents; readonly scans: Scans };
type View = z.input<typeof DocumentView>;

/** Documents with pictures of their pages. What a better one has replaced is left out for the citizen. */
export const viewDocuments = async (
  city: string,
  listed: readonly Document[],
  reader: Reader,
  { documents, scans }: DocumentViewNeeds,
): Promise<View[]> => {
  const found = await scans.several(
    city,
    listed.map(({ id }) => id),
  );
  const scanOf = new Map(found.map((scan) => [scan.id, scan]));
  const seen = listed.filter(({ id }) => !reader.isCitizen || scanOf.get(id)?.replacedBy === undefined);
  return Promise.all(
    seen.map(async ({ name, ...document }) => {
      const isTheirs = document.kind === 'attachment' || document.kind === 'representation';
      return {
        ...document,
        ...((!reader.isCitizen || isTheirs) && { name }),
        scan: await viewScan(scanOf.get(document.id), reader, documents),
      };
    }),
  );
};

/** The scan that stands for this one now: itself, or the better one at the end of all replacements. */
export const standingScan = async (city: string, id: string, scans: Scans): Promise<string> => {
  const MOST_REPLACEMENTS = 20;
  let standing = id;
  for (let count = 0; count < MOST_REPLACEMENTS; count += 1) {
    const next = (await scans.find(city, standing))?.replacedBy;
    if (next === undefined) return standing;
    standing = next;
  }
  return standing;
};
