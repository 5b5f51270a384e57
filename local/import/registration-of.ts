import type * as z from 'zod/mini';
import type { registerRequest } from '../../contract/staff/registration.ts';
import { calendarSystemOf } from '../../domain/city.ts';
import { languageOf } from '../../domain/local-text.ts';
import type { CityFacts } from './office.ts';
import type { PaperRow } from './paper-row.ts';
import { readPaperDate } from './read-paper-date.ts';

export type Registration = z.input<typeof registerRequest.body>;
export type Rejected = { readonly reason: string };

/** Papers before this day are typing mistakes. */
const FIRST_DAY = '2000-01-01';

const NO_REASON = { en: 'The paper names no reason.', fa: 'در برگه دلیلی نوشته نشده است.' };

/** What is wrong with a row before anybody is asked; what the city alone can know (unknown posts, its today) comes later. */
export const rejectionOf = ({ official, unit, applicant, date }: PaperRow, facts: CityFacts): Rejected | undefined => {
  if (official === '') return { reason: 'official-empty' };
  if (unit === '') return { reason: 'unit-empty' };
  if (applicant === '') return { reason: 'applicant-empty' };
  const read = readPaperDate(date, calendarSystemOf(facts, facts.language));
  if (!read) return { reason: date === '' ? 'date-empty' : 'date-unreadable' };
  return read.on < FIRST_DAY ? { reason: 'date-before-2000' } : undefined;
};

/** The request that a row asks for; of the applicant only the name is known. */
export const registrationOf = (
  row: PaperRow,
  facts: CityFacts,
  matter: Pick<Registration, 'official' | 'topic' | 'asMet'>,
): Registration => ({
  ...matter,
  channel: 'paper',
  text: row.text || NO_REASON[languageOf(facts.language) === 'fa' ? 'fa' : 'en'],
  applicant: { name: row.applicant },
  receivedOn: readPaperDate(row.date, calendarSystemOf(facts, facts.language)),
});
