import type { putTopic } from '../../contract/staff/directory.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Answer } from '../answer.ts';

type Needs = { readonly directory: Directory };

export const answer: Answer<typeof putTopic, Needs> = ({ city, params, body }, { directory }) =>
  directory.put(city, 'topic', { ...body, id: params.id });
