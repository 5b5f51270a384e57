import type { Cell } from './cells.ts';

/** What is known to be otherwise than it should be, or cannot be helped; each must still be found in some cell. */
type Known = { readonly because: string; readonly isIn: (cell: Cell) => boolean };

/** The sites of a process, as far as something is known about them. */
const at =
  (process: string, sites: readonly string[], faults: readonly string[]): Known['isIn'] =>
  ({ place, fault }) =>
    place.process === process && sites.includes(place.site) && faults.includes(fault);

const REMARK_AGAIN = at('act', ['requests.replace'], ['answer-lost', 'crash-after', 'duplicate']);

export const KNOWN: readonly Known[] = [
  {
    because: 'A remark to the office that is sent once more stands there twice; it changes nothing.',
    isIn: (cell) => cell.doing === 'ask-office' && REMARK_AGAIN(cell),
  },
  {
    because: 'What is decided between the last look at the request and the gateway comes too late for the letter.',
    isIn: at('send-letters', ['caseFiles.read', 'letters.claim', 'sessions.find'], ['reordered', 'stale-read']),
  },
  {
    because: 'A turn whose hold was lost with the answer is free again when the hold ends; another one is offered.',
    isIn: at('allocate-turns', ['slots.hold'], ['answer-lost', 'crash-after']),
  },
  {
    because: 'The same if the offer could not be written after the turn was held.',
    isIn: at('allocate-turns', ['requests.replace'], ['throttled', 'crash-before']),
  },
];
