import type { putOfficial } from '../../contract/staff/directory.ts';
import { findOfficial } from '../../domain/office.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly directory: Directory };

/** The absences of the post are the secretary's, and stay. */
export const answer: Answer<typeof putOfficial, Needs> = ({ city, office, params, body }, { directory }) => {
  const absences = findOfficial(office, params.id)?.absences;
  return directory.put(city, 'official', { ...body, id: params.id, ...(absences && { absences }) });
};
