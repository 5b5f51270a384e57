import type { UploadedDocument } from '../../contract/citizen/documents.ts';
import type { Change, Context } from '../../domain/change.ts';
import { type Outcome, refuse } from '../../domain/outcome.ts';
import type { Request } from '../../domain/request.ts';
import type { DecisionNeeds } from '../decide.ts';
import { type DocumentNeeds, keepDocuments } from '../keep-documents.ts';
import { decideOwn, type OwnCall } from './decide-own.ts';
import { ownCase } from './own-case.ts';

export type AttachNeeds = DecisionNeeds & DocumentNeeds;

const MOST_DOCUMENTS = 40;

/** A decision that brings documents of the citizen's; one case holds only so many. */
export const attachDocuments = async (
  call: OwnCall,
  announced: readonly UploadedDocument[],
  rule: (request: Request, context: Context) => Outcome<Change>,
  needs: AttachNeeds,
): ReturnType<typeof decideOwn> => {
  const file = await ownCase(call, needs);
  if (!file.agreed) return file;
  if (file.value.documents.length + announced.length > MOST_DOCUMENTS) {
    return refuse('limit-reached', { limit: MOST_DOCUMENTS });
  }
  const brought = announced.map((document) => ({ kind: 'attachment', document }) as const);
  return keepDocuments(call, brought, () => decideOwn(call, rule, needs), needs);
};
