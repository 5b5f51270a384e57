import type { addDocument } from '../../contract/citizen/documents.ts';
import { attachDocument } from '../../domain/papers.ts';
import type { Answer } from '../answer.ts';
import { type AttachNeeds, attachDocuments } from './attach-documents.ts';

export const answer: Answer<typeof addDocument, AttachNeeds> = (call, needs) => {
  const document = { id: call.body.id, kind: 'attachment' } as const;
  return attachDocuments(call, [call.body], (request, context) => attachDocument(request, document, context), needs);
};
