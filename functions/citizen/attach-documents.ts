import type { UploadedDocument } from '../../contract/citizen/documents.ts';
import type { Change, Context } from '../../domain/change.ts';
import { type Outcome, refuse } from '../../domain/outcome.ts';
import type { CaseFiles, Documents } from '../../domain/ports.ts';
import type { Request } from '../../domain/request.ts';
import type { DecisionNeeds } from '../decide.ts';
import { arrivedDocuments, MOST_DOCUMENTS } from './arrived-documents.ts';
import { decideOwn, type OwnCall } from './decide-own.ts';
import { ownCase } from './own-case.ts';

export type AttachNeeds = DecisionNeeds & { readonly caseFiles: CaseFiles; readonly documents: Documents };

/** A decision that brings documents: they are looked at first, and kept once the decision stands. */
export const attachDocuments = async (
  call: OwnCall,
  {
    announced,
    rule,
  }: {
    announced: readonly UploadedDocument[];
    rule: (request: Request, context: Context) => Outcome<Change>;
  },
  needs: AttachNeeds,
): ReturnType<typeof decideOwn> => {
  const file = await ownCase(call, needs);
  if (!file.agreed) return file;
  if (file.value.documents.length + announced.length > MOST_DOCUMENTS) {
    return refuse('limit-reached', { limit: MOST_DOCUMENTS });
  }
  const arrived = await arrivedDocuments(call.city, announced, { documents: needs.documents, at: needs.clock.now() });
  if (!arrived.agreed) return arrived;
  const decided = await decideOwn(call, rule, needs);
  if (!decided.agreed) return decided;
  for (const document of arrived.value) await needs.caseFiles.addDocument(call.city, call.params.id, document);
  return decided;
};
