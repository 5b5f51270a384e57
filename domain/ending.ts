import type { CityData } from './city.ts';
import { agree, type Outcome, refuse } from './outcome.ts';
import type { LocalDate } from './time.ts';

/** Kinds of entries on which others of the city's data depend. */
export type EndableKind = 'unit' | 'official' | 'topic' | 'venue' | 'user' | 'partner';

/**
 * May this end on that day? Not while something that goes on after it depends on it; a fact names what. Open requests
 * and sessions are looked for by the caller.
 */
export const mayEnd = (city: CityData, kind: EndableKind, id: string, endsOn: LocalDate): Outcome<void> => {
  const dependents = DEPENDENTS[kind](city, id)
    .filter((thing) => outlives(thing, endsOn))
    .map((thing) => ('username' in thing ? thing.username : thing.id));
  return dependents.length === 0 ? agree(undefined) : refuse('in-use', { by: dependents.slice(0, 10) });
};

type Dependent = { readonly endsOn?: LocalDate | undefined } & (
  | { readonly id: string }
  | { readonly username: string }
);

const outlives = (thing: Dependent, endsOn: LocalDate): boolean => thing.endsOn === undefined || thing.endsOn > endsOn;

const DEPENDENTS: Record<EndableKind, (city: CityData, id: string) => readonly Dependent[]> = {
  unit: ({ units, officials, venues, users }, id) => [
    ...units.filter((unit) => unit.parent === id || unit.liaison === id),
    ...officials.filter((official) => official.unit === id),
    ...venues.filter((venue) => venue.unit === id),
    ...users.filter((user) => user.roles.some((held) => held.unit === id)),
  ],
  official: ({ officials, users, templates }, id) => [
    ...templates.filter((template) => template.official === id),
    ...officials.filter((official) => official.delegate === id),
    ...users.filter((user) => user.roles.some((held) => held.official === id)),
  ],
  topic: ({ topics }, id) => topics.filter((topic) => topic.parent === id),
  venue: ({ templates }, id) => templates.filter((template) => template.venue === id),
  user: () => [],
  partner: () => [],
};
