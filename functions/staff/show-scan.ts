import type { showScan } from '../../contract/staff/scan.ts';
import { agree, refuse } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { Answer } from '../answer.ts';
import { viewStaffScan } from '../scan-view.ts';
import { type OwnScanNeeds, scanOfCase } from './own-scan.ts';

type Needs = OwnScanNeeds & { readonly documents: Documents; readonly clock: Clock };

export const answer: Answer<typeof showScan, Needs> = async (call, needs) => {
  const { city, caller, params } = call;
  const reader = { ...call, at: needs.clock.now() };
  const brought = await needs.scans.find(city, params.document);
  if (brought && brought.request === undefined && brought.by === caller.username) {
    return agree(await viewStaffScan(brought, reader, needs.documents));
  }
  const own = await scanOfCase(call, 'read-case', needs);
  return own.agreed ? agree(await viewStaffScan(own.value.scan, reader, needs.documents)) : refuse('not-found');
};
