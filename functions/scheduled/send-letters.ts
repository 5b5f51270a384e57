import type { Office } from '../../domain/office.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { EndedLetter, StoredLetter } from '../../domain/ports/letters.ts';
import { logFault } from '../log-fault.ts';
import { inTurns } from './in-turns.ts';
import { type LetterEnd, type SendLetterNeeds, sendLetter } from './send-letter.ts';

export type SendLettersNeeds = SendLetterNeeds & { readonly directory: Directory };

/** How the letters of this minute ended. */
export type LettersSent = Readonly<Record<LetterEnd, number>>;

const MOST_PER_CITY = 500;

/** Sends, in every city, the letters that are due. Run again and again, it sends each once. */
export const run = async (needs: SendLettersNeeds): Promise<LettersSent> => {
  const sums = { sent: 0, overtaken: 0, undeliverable: 0, unknown: 0, failed: 0, passed: 0 };
  for (const city of await needs.directory.cities()) {
    const office = await needs.directory.office(city);
    if (!office) continue;
    const due = await needs.letters.due(city, needs.clock.now(), MOST_PER_CITY);
    const byRequest = [...Map.groupBy(due, ({ request }) => request).values()];
    const ends = await inTurns(byRequest, (letters) => sendInOrder(letters, office, needs));
    for (const end of ends.flat()) sums[end] += 1;
  }
  return sums;
};

/** Sends the letters about one request, and notes together how they ended: that is one write for those of one version. */
const sendInOrder = async (
  letters: readonly StoredLetter[],
  office: Office,
  needs: SendLettersNeeds,
): Promise<LetterEnd[]> => {
  const [{ city, request } = { city: '', request: '' }] = letters;
  const file = await needs.caseFiles.read(city, request);
  const ends: LetterEnd[] = [];
  const ended: EndedLetter[] = [];
  for (const letter of letters) {
    try {
      const end = await sendLetter(letter, file, office, needs);
      ends.push(end);
      if (end !== 'passed') ended.push({ letter, result: end });
    } catch (fault) {
      logFault('A letter may have gone out', fault);
      ends.push('failed');
    }
  }
  await needs.letters.settle(ended, needs.clock.now());
  return ends;
};
