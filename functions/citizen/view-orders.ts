import type { viewOrders } from '../../contract/citizen/orders.ts';
import { agree } from '../../domain/outcome.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { Answer } from '../answer.ts';
import { viewDocument } from '../document-view.ts';
import { viewOrder } from '../request-view.ts';
import { ownCase } from './own-case.ts';

type Needs = { readonly caseFiles: CaseFiles; readonly documents: Documents; readonly clock: Clock };

export const answer: Answer<typeof viewOrders, Needs> = async (call, needs) => {
  const file = await ownCase(call, needs);
  if (!file.agreed) return file;
  const { request, events } = file.value;
  const papers = file.value.documents.filter(({ kind }) => kind === 'scan' || kind === 'proof');
  const documents = await Promise.all(papers.map((document) => viewDocument(call.city, document, needs.documents)));
  const reader = { office: call.office, language: call.language, at: needs.clock.now() };
  return agree({
    documents,
    orders: request.orders.map((order) => viewOrder(order, reader)),
    outcomes: events
      .filter(({ kind }) => kind === 'outcome-recorded')
      .map(({ at, text, facts }) => ({
        ...{ at, result: facts?.result ?? 'met', comment: text },
        scan: documents.find(({ id }) => id === facts?.scan),
      })),
  });
};
