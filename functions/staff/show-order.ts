import type { showOrder } from '../../contract/staff/order.ts';
import { agree } from '../../domain/outcome.ts';
import type { CaseFiles } from '../../domain/ports/case-files.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Scans } from '../../domain/ports/scans.ts';
import type { Answer } from '../answer.ts';
import { cutsOf } from '../order-cuts.ts';
import { viewRequest } from '../request-view.ts';
import { viewParty } from './case-view.ts';
import { viewCard } from './order-card.ts';
import { ownOrder } from './own-order.ts';

type Needs = {
  readonly requests: Requests;
  readonly caseFiles: CaseFiles;
  readonly documents: Documents;
  readonly scans: Scans;
  readonly clock: Clock;
};

export const answer: Answer<typeof showOrder, Needs> = async (call, needs) => {
  const { requests, caseFiles, clock } = needs;
  const { city, caller, params } = call;
  const own = await ownOrder(call, requests);
  if (!own.agreed) return own;
  const { request, order } = own.value;
  const reader = { ...call, at: clock.now() };
  const file = await caseFiles.read(city, params.id);
  const isShared = order.sharedWithOwner === true;
  if (isShared) await caseFiles.noteLook(city, params.id, { username: caller.username, at: reader.at });
  return agree({
    ...viewCard(request, order, reader),
    cut: (await cutsOf(city, [order], needs)).get(order.number),
    shared: isShared
      ? { request: viewRequest(request, reader), parties: (file?.parties ?? []).map(viewParty) }
      : undefined,
  });
};
