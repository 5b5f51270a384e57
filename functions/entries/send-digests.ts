import { countEvents } from '../count-events.ts';
import { parseEnv, SendDigestsEnv } from '../env.ts';
import { type DigestsSent, run } from '../scheduled/send-digests.ts';
import { sendLettersNeeds } from '../wiring/send-letters-needs.ts';

const needs = sendLettersNeeds(parseEnv(SendDigestsEnv));

export const handler = async (): Promise<DigestsSent> => {
  const ends = await run(needs);
  countEvents({ PeopleTold: ends.told, DigestsUnknown: ends.unknown, DigestsFailed: ends.failed });
  return ends;
};
