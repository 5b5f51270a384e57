import type { CityData } from '../city.ts';
import type { Office } from '../office.ts';
import type { Outcome } from '../outcome.ts';
import type { LocalDate } from '../time.ts';
import type { User } from '../user.ts';

/** The city's own data: who it is, its units, posts, topics, staff, rules. */
export type Directory = {
  cities(): Promise<readonly string[]>;
  /** The office as it stands, at most half a minute old; this process's own writes are seen at once. */
  office(city: string): Promise<Office | undefined>;
  /** Read from the table at each call, so that a dismissal works at once. */
  user(city: string, username: string): Promise<User | undefined>;
  partner(city: string, clientId: string): Promise<Partner | undefined>;
  /** All partners of a city, for its administrator. */
  partners(city: string): Promise<readonly Partner[]>;
  /** Adds or changes one entry; the whole of the city is checked with it, and refused with the field if it does not fit. */
  put<Kind extends EntryKind>(city: string, kind: Kind, entry: Entries[Kind]): Promise<Outcome<Entries[Kind]>>;
  /** Writes a city for the first time, or again: safe to repeat, never removes what was added since. */
  load(data: CityData): Promise<Outcome<void>>;
};

/** One client per line (137, 1888): its channel, and until when it may call. */
export type Partner = {
  readonly clientId: string;
  readonly channel: string;
  readonly unit?: string | undefined;
  readonly endsOn?: LocalDate | undefined;
};

export type Entries = {
  city: CityData['city'];
  unit: CityData['units'][number];
  official: CityData['officials'][number];
  topic: CityData['topics'][number];
  user: User;
  venue: CityData['venues'][number];
  template: CityData['templates'][number];
  partner: Partner;
};

export type EntryKind = keyof Entries;
