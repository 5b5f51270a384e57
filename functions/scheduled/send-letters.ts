import type { Directory } from '../../domain/ports/directory.ts';
import type { StoredLetter } from '../../domain/ports/letters.ts';
import { inTurns } from './in-turns.ts';
import { type LetterEnd, type SendLetterNeeds, sendLetter } from './send-letter.ts';

export type SendLettersNeeds = SendLetterNeeds & { readonly directory: Directory };

/** How the letters of this minute ended. */
export type LettersSent = Readonly<Record<LetterEnd, number>>;

const MOST_PER_CITY = 500;

/** Sends, in every city, the letters that are due, those about one request in their order. Run again and again, it sends each once. */
export const run = async (needs: SendLettersNeeds): Promise<LettersSent> => {
  const ends = { sent: 0, overtaken: 0, undeliverable: 0, unknown: 0, failed: 0, passed: 0 };
  for (const city of await needs.directory.cities()) {
    const office = await needs.directory.office(city);
    if (!office) continue;
    const due = await needs.letters.due(city, needs.clock.now(), MOST_PER_CITY);
    const byRequest = [...Map.groupBy(due, ({ request }) => request).values()];
    const sendOne = (letter: StoredLetter) => sendLetter(letter, office, needs);
    await inTurns(byRequest, async (letters) => {
      for (const letter of letters) for (const end of await inTurns([letter], sendOne)) ends[end] += 1;
    });
  }
  return ends;
};
