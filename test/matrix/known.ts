import type { Cell } from './cells.ts';

/** What is known to be otherwise than it should be, or cannot be helped; each must still be found in some cell. */
type Known = { readonly because: string; readonly isIn: (cell: Cell) => boolean };

export const KNOWN: readonly Known[] = [
  {
    because: 'A remark to the office that is sent once more stands there twice; it changes nothing.',
    isIn: ({ doing, place }) => doing === 'ask-office' && place.site === 'requests.replace',
  },
  {
    because: 'What is decided between the last look at the request and the gateway comes too late for the letter.',
    isIn: ({ place, fault }) => place.process === 'send-letters' && (fault === 'reordered' || fault === 'stale-read'),
  },
  {
    because: 'A turn held by a run that broke off is free again when the hold ends; the next run offers another one.',
    isIn: ({ place }) => place.process === 'allocate-turns',
  },
  {
    because:
      'While a day is being cleared the queue may be offered a turn of it that is not closed yet, and loses it again.',
    isIn: ({ doing, place }) => doing === 'close-office' && place.process === 'run-jobs',
  },
];
