import type { ReplyInputOf } from '../../contract/operation.ts';
import type { showScan } from '../../contract/staff/scan.ts';
import { agree, type Outcome } from '../../domain/outcome.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { Hand, Scan } from '../../domain/scan.ts';
import { changeScan } from '../change-scan.ts';
import { viewStaffScan } from '../scan-view.ts';
import { handOf, type OwnScanNeeds, type ScanCall, scanOfCase } from './own-scan.ts';

export type ChangeScanNeeds = OwnScanNeeds & { readonly documents: Documents; readonly clock: Clock };

const PERMISSION = 'record-outcome';

/** Somebody who may write outcomes changes a scan of the case, and sees it as it stands then. */
export const changeOwnScan = async (
  call: ScanCall,
  rule: (scan: Scan, by: Hand) => Outcome<Scan>,
  needs: ChangeScanNeeds,
): Promise<Outcome<ReplyInputOf<typeof showScan>>> => {
  const { city, office, caller, params } = call;
  const own = await scanOfCase(call, PERMISSION, needs);
  if (!own.agreed) return own;
  const at = needs.clock.now();
  const by = handOf(caller, PERMISSION, own.value.request, office, at);
  const changed = await changeScan(city, params.document, (scan) => rule(scan, by), needs.scans);
  return changed.agreed ? agree(await viewStaffScan(changed.value, { ...call, at }, needs.documents)) : changed;
};
