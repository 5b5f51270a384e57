import type { transcribeScan } from '../../contract/staff/scan.ts';
import { transcribe } from '../../domain/scan.ts';
import type { Answer } from '../answer.ts';
import { type ChangeScanNeeds, changeOwnScan } from './change-own-scan.ts';

export const answer: Answer<typeof transcribeScan, ChangeScanNeeds> = (call, needs) =>
  changeOwnScan(call, (scan, by) => transcribe(scan, call.body.text, by), needs);
