import { countEvents } from '../count-events.ts';
import { parseEnv, SendLettersEnv } from '../env.ts';
import { type LettersSent, run } from '../scheduled/send-letters.ts';
import { sendLettersNeeds } from '../wiring/send-letters-needs.ts';

const needs = sendLettersNeeds(parseEnv(SendLettersEnv));

export const handler = async (): Promise<LettersSent> => {
  const ends = await run(needs);
  countEvents({
    ...{ LettersSent: ends.sent, LettersUndeliverable: ends.undeliverable },
    ...{ LettersUnknown: ends.unknown, LettersFailed: ends.failed },
  });
  return ends;
};
