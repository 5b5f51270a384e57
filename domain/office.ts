import type { OfficeCalendar } from './calendar.ts';
import { mergeCalendars } from './calendar.ts';
import type { CityData } from './city.ts';
import type { Official } from './official.ts';
import type { Policies } from './policies.ts';
import { withOverrides } from './policies.ts';
import type { Instant, LocalDate } from './time.ts';
import { localDateOf } from './time.ts';
import type { Topic } from './topic.ts';
import type { Unit } from './unit.ts';
import type { User } from './user.ts';

/** The city as its rules need it: units, posts, topics, staff, calendar and policies, read once and then only looked at. */
export type Office = CityData;

export const findUnit = (office: Office, id: string): Unit | undefined => office.units.find((unit) => unit.id === id);

export const findOfficial = (office: Office, id: string): Official | undefined =>
  office.officials.find((official) => official.id === id);

export const findTopic = (office: Office, id: string): Topic | undefined =>
  office.topics.find((topic) => topic.id === id);

/** A unit, post, topic or user counts until the end of the day on which it ends. */
export const isCurrent = (thing: { readonly endsOn?: LocalDate | undefined }, today: LocalDate): boolean =>
  thing.endsOn === undefined || today <= thing.endsOn;

export const today = (office: Office, at: Instant): LocalDate => localDateOf(at, office.city.timeZone);

/** The unit that keeps the deadlines: a body outside the city is held by its liaison unit. */
export const deskUnitOf = (office: Office, id: string): string => findUnit(office, id)?.liaison ?? id;

export const calendarOf = (office: Office, unit: string): OfficeCalendar =>
  mergeCalendars(office.city.calendar, findUnit(office, deskUnitOf(office, unit))?.calendar);

export const policiesOf = (office: Office, unit: string): Policies =>
  withOverrides(office.city.policies, findUnit(office, deskUnitOf(office, unit))?.policies);

/** Who holds a role in a unit today. */
export const holdersOf = (office: Office, role: string, unit: string, at: Instant): readonly User[] => {
  const day = today(office, at);
  return office.users.filter(
    (user) => user.roles.some((held) => held.role === role && held.unit === unit) && isCurrent(user, day),
  );
};
