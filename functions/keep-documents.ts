import type { UploadedDocument } from '../contract/citizen/documents.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { CaseFiles } from '../domain/ports/case-files.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Document } from '../domain/ports/documents.ts';
import { type ArrivalNeeds, arrivedDocuments } from './arrived-documents.ts';

export type DocumentNeeds = ArrivalNeeds & { readonly caseFiles: CaseFiles; readonly clock: Clock };

type Brought = { readonly kind: Document['kind']; readonly document: UploadedDocument | undefined };

/** A decision that brings documents: that they have arrived is seen first, and they are kept once the decision stands. */
export const keepDocuments = async <Value>(
  { city, params }: { readonly city: string; readonly params: { readonly id: string } },
  brought: readonly Brought[],
  decide: () => Promise<Outcome<Value>>,
  needs: DocumentNeeds,
): Promise<Outcome<Value>> => {
  const about = { city, request: params.id, at: needs.clock.now() };
  const kept: Document[] = [];
  for (const { kind, document } of brought) {
    if (!document) continue;
    const arrived = await arrivedDocuments(about, [document], needs);
    if (!arrived.agreed) return arrived;
    kept.push(...arrived.value.map((one) => ({ ...one, kind })));
  }
  const decided = await decide();
  if (!decided.agreed) return decided;
  for (const document of kept) await needs.caseFiles.addDocument(city, params.id, document);
  return decided;
};
