import type { startUpload } from '../../contract/citizen/documents.ts';
import { type AnnounceNeeds, announceUpload } from '../announce-upload.ts';
import type { Answer } from '../answer.ts';

export const answer: Answer<typeof startUpload, AnnounceNeeds> = (call, needs) =>
  announceUpload(call, undefined, needs);
