import type { DIRECTORY_KINDS } from '../../contract/staff/directory.ts';
import { entryId } from '../../domain/city-changes.ts';
import type { EndableKind } from '../../domain/ending.ts';
import type { Office } from '../../domain/office.ts';
import type { Directory, Entries } from '../../domain/ports/directory.ts';

export type DirectoryKind = (typeof DIRECTORY_KINDS)[number];

export const ENTRY_KINDS = {
  units: 'unit',
  officials: 'official',
  topics: 'topic',
  venues: 'venue',
  users: 'user',
  partners: 'partner',
} as const satisfies Record<DirectoryKind, EndableKind>;

/** Everything of one kind, by its id. */
export const entriesOf = async (
  kind: DirectoryKind,
  { office, directory }: { office: Office; directory: Directory },
): Promise<Entries[EndableKind][]> => {
  const entries: readonly Entries[EndableKind][] =
    kind === 'partners' ? await directory.partners(office.city.id) : office[kind];
  return entries.toSorted((a, b) => (entryId(a) < entryId(b) ? -1 : 1));
};
