import type { addInformation } from '../../contract/citizen/words.ts';
import { addInformation as add } from '../../domain/citizen-word.ts';
import type { Answer } from '../answer.ts';
import { type AttachNeeds, attachDocuments } from './attach-documents.ts';

export const answer: Answer<typeof addInformation, AttachNeeds> = (call, needs) => {
  const { text, documents: announced = [] } = call.body;
  const documents = announced.map(({ id }) => id);
  return attachDocuments(call, announced, (request, context) => add(request, { text, documents }, context), needs);
};
