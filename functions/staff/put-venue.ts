import type { putVenue } from '../../contract/staff/directory.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly directory: Directory };

export const answer: Answer<typeof putVenue, Needs> = ({ city, params, body }, { directory }) =>
  directory.put(city, 'venue', { ...body, id: params.id });
