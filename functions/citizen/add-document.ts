import type { addDocument } from '../../contract/citizen/documents.ts';
import { attachDocument } from '../../domain/papers.ts';
import type { Answer } from '../answer.ts';
import { type AttachNeeds, attachDocuments } from './attach-documents.ts';

export const answer: Answer<typeof addDocument, AttachNeeds> = (call, needs) =>
  attachDocuments(
    call,
    {
      announced: [call.body],
      rule: (request, context) => attachDocument(request, { id: call.body.id, kind: 'attachment' }, context),
    },
    needs,
  );
