import * as z from 'zod/mini';
import type { CityData } from '../../domain/city.ts';
import { entryId } from '../../domain/city-changes.ts';
import type { Entries, EntryKind } from '../../domain/ports/directory.ts';
import { LocalDate } from '../../domain/time.ts';
import { cityKey, directoryKey } from './keys.ts';

/**
 * One entry of the city's own data, at its place in the list of its kind. The city itself counts the changes, so that two
 * at once do not pass each other.
 */
export const DirectoryItem = z.object({
  sk: z.string(),
  entry: z.unknown(),
  place: z.optional(z.int()),
  revision: z.optional(z.int()),
});
export type DirectoryItem = z.infer<typeof DirectoryItem>;

export const PartnerEntry = z.object({
  clientId: z.string(),
  channel: z.string(),
  unit: z.optional(z.string()),
  endsOn: z.optional(LocalDate),
});

const PREFIXES = {
  unit: 'UNIT',
  official: 'OFFICIAL',
  topic: 'TOPIC',
  user: 'USER',
  venue: 'VENUE',
  template: 'TEMPLATE',
  partner: 'PARTNER',
} as const;

type Kind = keyof typeof PREFIXES;

export const entryItem = (city: string, kind: Kind, entry: Entries[EntryKind], place = 0) => ({
  ...directoryKey(city, PREFIXES[kind], entryId(entry)),
  ...{ entry, place },
});

/** What has to be written so that the city is as it is after: only items that differ. */
export const changedItems = (before: CityData | undefined, after: CityData) => {
  const known = new Set(before ? entryItems(before).map((item) => JSON.stringify(item)) : []);
  return entryItems(after).filter((item) => !known.has(JSON.stringify(item)));
};

/** All of a city but the city itself, as items. */
const entryItems = ({ city, units, officials, topics, users, venues, templates }: CityData) => {
  const items = (kind: Kind, entries: readonly Entries[EntryKind][]) =>
    entries.map((entry, place) => entryItem(city.id, kind, entry, place));
  return [
    ...items('unit', units),
    ...items('official', officials),
    ...items('topic', topics),
    ...items('user', users),
    ...items('venue', venues),
    ...items('template', templates),
  ];
};

/** The parts of a city that its items make up, still to be checked; nothing if the city itself is not there. */
export const partsOf = (city: string, items: readonly DirectoryItem[]) => {
  const own = items.find(({ sk }) => sk === cityKey(city).sk);
  const of = (kind: Kind) =>
    items
      .filter(({ sk }) => sk.startsWith(`${PREFIXES[kind]}#`))
      .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
      .map(({ entry }) => entry);
  return (
    own && {
      revision: own.revision ?? 0,
      data: {
        city: own.entry,
        units: of('unit'),
        officials: of('official'),
        topics: of('topic'),
        users: of('user'),
        venues: of('venue'),
        templates: of('template'),
      },
    }
  );
};
