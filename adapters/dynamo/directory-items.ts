import * as z from 'zod/mini';
import type { CityData } from '../../domain/city.ts';
import { entryId } from '../../domain/city-changes.ts';
import type { Entries, EntryKind } from '../../domain/ports.ts';
import { LocalDate } from '../../domain/time.ts';
import { cityKey, directoryKey } from './keys.ts';

/** One entry of the city's own data; the city itself counts the changes, so that two at once do not pass each other. */
export const DirectoryItem = z.object({ sk: z.string(), entry: z.unknown(), revision: z.optional(z.int()) });
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
  partner: 'PARTNER',
} as const;

export const entryItem = (city: string, kind: Exclude<EntryKind, 'city'>, entry: Entries[EntryKind]) => ({
  ...directoryKey(city, PREFIXES[kind], entryId(entry)),
  entry,
});

/** All of a city but the city itself, as items. */
export const entryItems = ({ city, units, officials, topics, users, venues }: CityData) => [
  ...units.map((entry) => entryItem(city.id, 'unit', entry)),
  ...officials.map((entry) => entryItem(city.id, 'official', entry)),
  ...topics.map((entry) => entryItem(city.id, 'topic', entry)),
  ...users.map((entry) => entryItem(city.id, 'user', entry)),
  ...venues.map((entry) => entryItem(city.id, 'venue', entry)),
];

/** The parts of a city that its items make up, still to be checked; nothing if the city itself is not there. */
export const partsOf = (city: string, items: readonly DirectoryItem[]) => {
  const own = items.find(({ sk }) => sk === cityKey(city).sk);
  const of = (kind: keyof typeof PREFIXES) =>
    items.filter(({ sk }) => sk.startsWith(`${PREFIXES[kind]}#`)).map(({ entry }) => entry);
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
      },
      partners: of('partner'),
    }
  );
};
