import { cutOrder, keepScan, redactScan, replaceScan, showScan, transcribeScan } from '../../../contract/staff/scan.ts';
import { served } from '../../answer.ts';
import { answer as cutOrderAnswer } from '../cut-order.ts';
import { answer as keepScanAnswer } from '../keep-scan.ts';
import { answer as redactScanAnswer } from '../redact-scan.ts';
import { answer as replaceScanAnswer } from '../replace-scan.ts';
import { answer as showScanAnswer } from '../show-scan.ts';
import { answer as transcribeScanAnswer } from '../transcribe-scan.ts';

export const scansAnswers = [
  served(keepScan, keepScanAnswer),
  served(showScan, showScanAnswer),
  served(redactScan, redactScanAnswer),
  served(transcribeScan, transcribeScanAnswer),
  served(replaceScan, replaceScanAnswer),
  served(cutOrder, cutOrderAnswer),
] as const;
