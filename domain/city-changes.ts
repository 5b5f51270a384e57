import * as z from 'zod/mini';
import { CityData } from './city.ts';
import type { Outcome } from './outcome.ts';
import { agree, refuse, refuseField } from './outcome.ts';
import type { Entries, EntryKind, Partner } from './ports/directory.ts';

const LISTS = {
  unit: 'units',
  official: 'officials',
  topic: 'topics',
  user: 'users',
  venue: 'venues',
  template: 'templates',
} as const satisfies Partial<Record<EntryKind, keyof CityData>>;

/** What tells entries of one kind apart. */
export const entryId = (entry: Entries[EntryKind]): string => {
  if ('username' in entry) return entry.username;
  if ('clientId' in entry) return entry.clientId;
  return entry.id;
};

/**
 * The city with one entry added or changed. The whole is checked with it; what does not fit is refused as `invalid`, with
 * the entry's field, or with the kind of entry where the parts of the city contradict each other.
 */
export const withEntry = (
  data: CityData,
  kind: Exclude<EntryKind, 'partner'>,
  entry: Entries[EntryKind],
): Outcome<CityData> => {
  if (kind === 'city') return checked({ ...data, city: entry }, kind);
  const list = LISTS[kind];
  return checked({ ...data, [list]: replacing(data[list], [entry]) }, kind);
};

/**
 * The city as its file says, with what was added since. The file wins where both name a thing, but never over a person or a
 * template of sessions: neither a dismissal nor what a secretary planned may be undone by loading a file again.
 */
export const withFile = (data: CityData, file: CityData): Outcome<CityData> =>
  checked(
    {
      city: file.city,
      units: replacing(data.units, file.units),
      officials: replacing(data.officials, file.officials),
      topics: replacing(data.topics, file.topics),
      users: replacing(file.users, data.users),
      venues: replacing(data.venues, file.venues),
      templates: replacing(file.templates, data.templates),
    },
    'city',
  );

/** A partner speaks for one of the city's channels and, where it names a unit, for one of its units. */
export const fitPartner = ({ city, units }: CityData, partner: Partner): Outcome<Partner> => {
  if (!city.channels.some(({ id }) => id === partner.channel)) return refuseField('channel', 'unknown');
  if (partner.unit !== undefined && !units.some(({ id }) => id === partner.unit)) return refuseField('unit', 'unknown');
  return agree(partner);
};

const replacing = (
  old: readonly Entries[EntryKind][],
  entries: readonly Entries[EntryKind][],
): Entries[EntryKind][] => [...new Map([...old, ...entries].map((entry) => [entryId(entry), entry])).values()];

const checked = (data: unknown, kind: EntryKind): Outcome<CityData> => {
  const parsed = z.safeParse(CityData, data);
  if (parsed.success) return agree(parsed.data);
  const { issues } = parsed.error;
  const ofFields = issues.filter(({ path }) => path.length > 0);
  // `units.12.parent` is the entry's field `parent`, `city.policies.x` the field `policies.x`.
  const before = kind === 'city' ? 1 : 2;
  const fields =
    ofFields.length > 0
      ? ofFields.map(({ path }) => ({ path: path.slice(before).join('.') || kind, problem: 'wrong-format' }))
      : issues.map(({ message }) => ({ path: kind, problem: message }));
  return refuse('invalid', { fields });
};
