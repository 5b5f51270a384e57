import type { keepScan } from '../../contract/staff/scan.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Darkroom } from '../../domain/ports/darkroom.ts';
import type { Requests } from '../../domain/ports/requests.ts';
import type { Answer } from '../answer.ts';
import { type ArrivalNeeds, arrivedDocuments } from '../arrived-documents.ts';
import { viewStaffScan } from '../scan-view.ts';
import { unitRequest } from './unit-request.ts';

type Needs = ArrivalNeeds & { readonly requests: Requests; readonly darkroom: Darkroom; readonly clock: Clock };

/** The case has the scan from now on; its citizen sees it only once an outcome, an order or a replacement names it. */
export const answer: Answer<typeof keepScan, Needs> = async (call, needs) => {
  const { city, params, body } = call;
  const read = await unitRequest({ ...call, id: params.id }, 'record-outcome', needs.requests)();
  if (!read.agreed) return read;
  const at = needs.clock.now();
  const arrived = await arrivedDocuments({ city, request: params.id, at }, [body], needs);
  if (!arrived.agreed) return arrived;
  await needs.darkroom.develop(city, body.id);
  const scan = await needs.scans.find(city, body.id);
  return scan ? agree(await viewStaffScan(scan, { ...call, at }, needs.documents)) : refuse('document-missing');
};
