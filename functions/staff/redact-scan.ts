import type { redactScan } from '../../contract/staff/scan.ts';
import type { Darkroom } from '../../domain/ports/darkroom.ts';
import { redact } from '../../domain/scan.ts';
import type { Answer } from '../answer.ts';
import { type ChangeScanNeeds, changeOwnScan } from './change-own-scan.ts';

type Needs = ChangeScanNeeds & { readonly darkroom: Darkroom };

export const answer: Answer<typeof redactScan, Needs> = async (call, needs) => {
  const changed = await changeOwnScan(call, (scan, by) => redact(scan, call.body, by), needs);
  if (changed.agreed) await needs.darkroom.develop(call.city, call.params.document);
  return changed;
};
