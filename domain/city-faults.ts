import type { Attendee } from './attendee.ts';
import { isWorkingDay, mergeCalendars, type OfficeCalendar } from './calendar.ts';
import type { LocalText } from './local-text.ts';
import type { Official } from './official.ts';
import { fitTogether, type Policies } from './policies.ts';
import type { DeclineReason, JumpReason, PriorityClass } from './priority.ts';
import type { SessionTemplate } from './session-template.ts';
import { plusDays } from './time.ts';
import type { Topic } from './topic.ts';
import type { Unit } from './unit.ts';
import { unitTreeFaults } from './unit-tree.ts';
import type { User } from './user.ts';
import type { Venue } from './venue.ts';

interface CityParts {
  readonly city: {
    readonly timeZone: string;
    readonly locales: readonly string[];
    readonly name: LocalText;
    readonly calendar: OfficeCalendar;
    readonly policies: Policies;
    readonly priorityClasses: readonly PriorityClass[];
    readonly jumpReasons: readonly JumpReason[];
    readonly declineReasons: readonly DeclineReason[];
    readonly calendarSystem: Readonly<Record<string, unknown>>;
  };
  readonly units: readonly Unit[];
  readonly officials: readonly Official[];
  readonly topics: readonly Topic[];
  readonly users: readonly User[];
  readonly venues: readonly Venue[];
  readonly templates: readonly SessionTemplate[];
}

/** What the parts of a city's data say against each other, a sentence each; none if they fit. */
export function cityFaults(parts: CityParts): string[] {
  const { city, units, officials, topics, users, venues, templates } = parts;
  const unitIds = idsOf(units);
  const officialIds = idsOf(officials);
  const topicIds = idsOf(topics);
  return [
    ...(city.timeZone === city.calendar.timeZone ? [] : ['the calendar has another time zone than the city']),
    ...city.locales.flatMap((locale) => missing(Object.keys(city.calendarSystem), 'calendar system', [locale], 'city')),
    ...unitTreeFaults(units),
    ...(staysOpen(city.calendar) ? [] : ['the calendar of the city has no open day in the long run']),
    ...units.flatMap((unit) => unitRuleFaults(unit, city)),
    ...twice('priority class', city.priorityClasses.map(idOf)),
    ...twice('jump reason', city.jumpReasons.map(idOf)),
    ...twice('decline reason', city.declineReasons.map(idOf)),
    ...twice('unit', units.map(idOf)),
    ...twice('official', officials.map(idOf)),
    ...twice('topic', topics.map(idOf)),
    ...twice('venue', venues.map(idOf)),
    ...twice('template', templates.map(idOf)),
    ...twice(
      'user',
      users.map((user) => user.username),
    ),
    ...officials.flatMap(({ id, unit, delegate, topics: own, absences }) => [
      ...missing(unitIds, 'unit', [unit], id),
      ...missing(officialIds, 'official', delegate === undefined ? [] : [delegate], id),
      ...missing(topicIds, 'topic', own ?? [], id),
      ...missing(officialIds, 'official', absences?.map(({ standIn }) => standIn) ?? [], id),
    ]),
    ...topics.flatMap((topic) => [
      ...topicFaults(topics, topic),
      ...missing(unitIds, 'unit', topic.units ?? [], topic.id),
      ...attendeesMissing(topic.attendees ?? [], topic.id, { unitIds, officialIds }),
    ]),
    ...users.flatMap(({ username, roles }) =>
      roles.flatMap(({ unit, official }) => [
        ...missing(unitIds, 'unit', [unit], username),
        ...missing(officialIds, 'official', official === undefined ? [] : [official], username),
      ]),
    ),
    ...venues.flatMap(({ id, unit }) => missing(unitIds, 'unit', [unit], id)),
    ...templates.flatMap(({ id, official, venue, attendees }) => [
      ...missing(officialIds, 'official', [official], id),
      ...missing(idsOf(venues), 'venue', [venue], id),
      ...attendeesMissing(attendees, id, { unitIds, officialIds }),
    ]),
    ...untranslated(city.locales, [
      ['city', city.name],
      ...city.priorityClasses.flatMap(({ id, name, evidence }): Named[] => [
        [id, name],
        [id, evidence],
      ]),
      ...[...city.jumpReasons, ...city.declineReasons].map(({ id, name }): Named => [id, name]),
      ...units.map(({ id, name }): Named => [id, name]),
      ...officials.map(({ id, title }): Named => [id, title]),
      ...topics.map(({ id, name }): Named => [id, name]),
      ...venues.map(({ id, name }): Named => [id, name]),
    ]),
  ];
}

/** A unit's own limits and hours must still make sense over the city's. */
function unitRuleFaults({ id, calendar, policies }: Unit, city: CityParts['city']): string[] {
  return [
    ...(staysOpen(mergeCalendars(city.calendar, calendar)) ? [] : [`${id} has no open day in the long run`]),
    ...(fitTogether(city.policies, policies) ? [] : [`the policies of ${id} do not fit those of the city`]),
  ];
}

/** A week that no list of holidays reaches: who is shut in it is shut for good, and no deadline could be counted. */
const FAR_WEEK = Array.from({ length: 7 }, (_, day) => plusDays('2900-01-01', day));

function staysOpen(calendar: OfficeCalendar): boolean {
  return FAR_WEEK.some((date) => isWorkingDay(calendar, date));
}

type Named = readonly [id: string, text: LocalText];

const idOf = (thing: { readonly id: string }): string => thing.id;

const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map(idOf);

function twice(noun: string, ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `the ${noun} ${id} is there twice`);
}

function missing(known: readonly string[], noun: string, wanted: readonly string[], by: string): string[] {
  return wanted.filter((id) => !known.includes(id)).map((id) => `${by} names the ${noun} ${id}, which does not exist`);
}

function attendeesMissing(
  attendees: readonly Attendee[],
  by: string,
  known: { readonly unitIds: readonly string[]; readonly officialIds: readonly string[] },
): string[] {
  return attendees.flatMap((attendee) => {
    if ('post' in attendee) return missing(known.officialIds, 'official', [attendee.post], by);
    return 'unit' in attendee ? missing(known.unitIds, 'unit', [attendee.unit], by) : [];
  });
}

function topicFaults(topics: readonly Topic[], { id, parent }: Topic): string[] {
  if (parent === undefined) return [];
  const above = topics.find((topic) => topic.id === parent);
  if (!above) return [`${id} names the topic ${parent}, which does not exist`];
  return above.parent === undefined ? [] : [`${id} lies on a third level of topics`];
}

function untranslated(locales: readonly string[], names: readonly Named[]): string[] {
  return names.flatMap(([id, text]) =>
    locales.filter((locale) => text[locale] === undefined).map((locale) => `${id} has no name in ${locale}`),
  );
}
