import type { putUnit } from '../../contract/staff/directory.ts';
import { findUnit } from '../../domain/office.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly directory: Directory };

/** Its own hours and limits have operations of their own, and stay as they are. */
export const answer: Answer<typeof putUnit, Needs> = ({ city, office, params, body }, { directory }) => {
  const { calendar, policies } = findUnit(office, params.id) ?? {};
  return directory.put(city, 'unit', { ...body, id: params.id, calendar, policies });
};
