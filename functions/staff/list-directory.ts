import type { listDirectory } from '../../contract/staff/directory.ts';
import { entryId } from '../../domain/city-changes.ts';
import { agree } from '../../domain/outcome.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Answer } from '../answer.ts';
import { entriesOf } from './directory-lists.ts';

type Needs = { readonly directory: Directory };

export const answer: Answer<typeof listDirectory, Needs> = async ({ office, params, query }, { directory }) => {
  const { limit, after = '' } = query;
  const rest = (await entriesOf(params.kind, { office, directory })).filter((entry) => entryId(entry) > after);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return agree({ items, next: last && rest.length > limit ? entryId(last) : undefined });
};
