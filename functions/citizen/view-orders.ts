import type { viewOrders } from '../../contract/citizen/orders.ts';
import { agree } from '../../domain/outcome.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Answer } from '../answer.ts';
import { type DocumentViewNeeds, standingScan, viewDocuments } from '../document-view.ts';
import { cutsOf } from '../order-cuts.ts';
import { viewOrder } from '../request-view.ts';
import { ownCase } from './own-case.ts';

type Needs = DocumentViewNeeds & { readonly caseFiles: CaseFiles; readonly clock: Clock };

export const answer: Answer<typeof viewOrders, Needs> = async (call, needs) => {
  const file = await ownCase(call, needs);
  if (!file.agreed) return file;
  const { city, office, language } = call;
  const { request, events } = file.value;
  const reader = { office, language, at: needs.clock.now(), isCitizen: true as const };
  const papers = file.value.documents.filter(({ kind }) => kind === 'scan' || kind === 'proof');
  const documents = await viewDocuments(city, papers, reader, needs);
  const cuts = await cutsOf(city, request.orders, needs);
  const recorded = events.filter(({ kind }) => kind === 'outcome-recorded');
  const outcomes = recorded.filter(
    ({ at }, place) => !recorded.slice(place + 1).some(({ facts }) => facts?.corrects === at),
  );
  return agree({
    documents,
    orders: request.orders.map((order) => ({ ...viewOrder(order, reader), cut: cuts.get(order.number) })),
    outcomes: await Promise.all(
      outcomes.map(async ({ at, text, facts }) => {
        const scan = facts?.scan && (await standingScan(city, facts.scan, needs.scans));
        return {
          ...{ at, result: facts?.result ?? 'met', because: facts?.because, comment: text },
          attendees: facts?.attendees?.split('\n') ?? [],
          scan: documents.find(({ id }) => id === scan),
        };
      }),
    ),
  });
};
