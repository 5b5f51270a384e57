import type { startScan } from '../../contract/staff/outcome.ts';
import { type AnnounceNeeds, announceUpload } from '../announce-upload.ts';
import type { Answer } from '../answer.ts';

export const answer: Answer<typeof startScan, AnnounceNeeds> = (call, needs) =>
  announceUpload(call, call.caller.username, needs);
