import type { answerOrder } from '../../contract/citizen/orders.ts';
import { answerOrder as answerIt } from '../../domain/order-question.ts';
import type { Answer } from '../answer.ts';
import { type AttachNeeds, attachDocuments } from './attach-documents.ts';

export const answer: Answer<typeof answerOrder, AttachNeeds> = (call, needs) => {
  const { text, documents: announced = [] } = call.body;
  const said = { order: call.params.order, text, documents: announced.map(({ id }) => id) };
  return attachDocuments(call, announced, (request, context) => answerIt(request, said, context), needs);
};
