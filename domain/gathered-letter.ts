import type { Letter } from './letter.ts';
import { calendarOf, type Office } from './office.ts';
import type { Instant } from './time.ts';
import { nextOpening } from './working-time.ts';

/** A letter that tells of a matter which came to somebody waits for the morning; whoever else is written to, at once. */
export const toBeGathered = (letter: Letter, { office, at }: { office: Office; at: Instant }): Letter =>
  letter.template === 'escalated' && letter.to !== 'applicant' && letter.to.kind === 'staff'
    ? { ...letter, gatheredAt: nextOpening(calendarOf(office, letter.to.unit), at) }
    : letter;
