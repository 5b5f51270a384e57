import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { tehran } from '../../cities/tehran.ts';
import type { CityData } from '../../domain/city.ts';
import { cityFaults } from '../../domain/city-faults.ts';

type Parts = Omit<CityData, 'city'> & { city: CityData['city'] };

const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];
const faultsOf = (change: Partial<Parts>) => cityFaults({ ...eastmere, ...change });
const inCity = (change: Partial<CityData['city']>) => faultsOf({ city: { ...eastmere.city, ...change } });

/** The list with one entry changed. */
const changed = <Thing extends { id: string }>(things: readonly Thing[], id: string, change: Partial<Thing>): Thing[] =>
  things.map((thing) => (thing.id === id ? { ...thing, ...change } : thing));

const first = <Thing>([thing]: readonly Thing[]): Thing => {
  if (thing === undefined) throw new Error('The seeded city has one');
  return thing;
};

describe('The data of a city', () => {
  test.each([
    ['Eastmere', eastmere],
    ['Tehran', tehran],
  ])('of %s fits together', (_, city) => {
    expect(cityFaults(city)).toStrictEqual([]);
  });

  test('has one time zone', () => {
    expect(inCity({ timeZone: 'Europe/Paris' })).toStrictEqual(['the calendar has another time zone than the city']);
  });

  test('has a calendar system for each of its languages', () => {
    expect(inCity({ calendarSystem: { en: 'gregory' } })).toStrictEqual([
      'city names the calendar system fa, which does not exist',
    ]);
  });

  test('has a sound tree of units', () => {
    const units = changed(eastmere.units, 'homes', { parent: 'nowhere' });
    expect(faultsOf({ units })).toStrictEqual(['the parent of homes, nowhere, does not exist']);
  });
});

describe('An office', () => {
  test('that never opens is a fault, of the city as of a unit', () => {
    const weekend = [{ from: '2020-01-01', days: ALL_WEEK }];
    const everyUnit = eastmere.units.map(({ id }) => `${id} has no open day in the long run`);
    expect(inCity({ calendar: { ...eastmere.city.calendar, weekend } })).toStrictEqual([
      'the calendar of the city has no open day in the long run',
      ...everyUnit,
    ]);
    expect(faultsOf({ units: changed(eastmere.units, 'homes', { calendar: { weekend } }) })).toStrictEqual([
      'homes has no open day in the long run',
    ]);
  });

  test.each(ALL_WEEK)('that opens on weekday %i alone is none', (weekday) => {
    const weekend = [{ from: '2020-01-01', days: ALL_WEEK.filter((day) => day !== weekday) }];
    expect(faultsOf({ units: changed(eastmere.units, 'homes', { calendar: { weekend } }) })).toStrictEqual([]);
  });

  test('has limits that make sense over the city’s', () => {
    const policies = { reminders: { notBefore: '22:00' } };
    expect(faultsOf({ units: changed(eastmere.units, 'homes', { policies }) })).toStrictEqual([
      'the policies of homes do not fit those of the city',
    ]);
  });
});

describe('Nothing is there twice:', () => {
  const { city, units, officials, topics, users, venues, templates } = eastmere;
  const again = <Thing>(things: readonly Thing[]): Thing[] => [...things, first(things)];

  test.each([
    ['unit', { units: [...units, ...units.filter(({ id }) => id === 'homes')] }, 'homes'],
    ['official', { officials: again(officials) }, 'hq-mayor'],
    ['topic', { topics: again(topics) }, 'planning'],
    ['venue', { venues: again(venues) }, 'city-hall'],
    ['template', { templates: again(templates) }, first(templates).id],
    ['user', { users: again(users) }, first(users).username],
    ['priority class', { city: { ...city, priorityClasses: again(city.priorityClasses) } }, 'disability'],
    ['jump reason', { city: { ...city, jumpReasons: again(city.jumpReasons) } }, 'urgent-need'],
    ['decline reason', { city: { ...city, declineReasons: again(city.declineReasons) } }, 'decided-already'],
  ])('no %s', (noun, change, id) => {
    expect(faultsOf(change)).toStrictEqual([`the ${noun} ${id} is there twice`]);
  });
});

describe('Whatever is named exists:', () => {
  const { officials, topics, users, venues, templates } = eastmere;
  const absences = [{ from: '2026-06-15', to: '2026-06-16', kind: 'leave' as const, standIn: 'nobody' }];
  const user = first(users);
  const template = first(templates);

  test.each([
    ['the unit of a post', { officials: changed(officials, 'hq-deputy', { unit: 'gone' }) }, 'hq-deputy', 'unit gone'],
    [
      'the delegate of a post',
      { officials: changed(officials, 'hq-deputy', { delegate: 'nobody' }) },
      ...(['hq-deputy', 'official nobody'] as const),
    ],
    [
      'the topics of a post',
      { officials: changed(officials, 'hq-deputy', { topics: ['housing', 'moon'] }) },
      ...(['hq-deputy', 'topic moon'] as const),
    ],
    ['a stand-in', { officials: changed(officials, 'hq-deputy', { absences }) }, 'hq-deputy', 'official nobody'],
    ['the topic above', { topics: changed(topics, 'other', { parent: 'moon' }) }, 'other', 'topic moon'],
    ['the units of a topic', { topics: changed(topics, 'other', { units: ['hq', 'gone'] }) }, 'other', 'unit gone'],
    [
      'the post that a topic wants',
      { topics: changed(topics, 'other', { attendees: [{ post: 'hq-deputy' }, { post: 'nobody' }] }) },
      ...(['other', 'official nobody'] as const),
    ],
    [
      'the unit that a topic wants',
      { topics: changed(topics, 'other', { attendees: [{ name: 'Anybody' }, { unit: 'hq' }, { unit: 'gone' }] }) },
      ...(['other', 'unit gone'] as const),
    ],
    [
      'the unit of a role',
      { users: [{ ...user, roles: [{ role: 'clerk' as const, unit: 'gone' }] }, ...users.slice(1)] },
      ...([user.username, 'unit gone'] as const),
    ],
    [
      'the post of a role',
      {
        users: [
          { ...user, roles: [{ role: 'secretary' as const, unit: 'hq', official: 'nobody' }] },
          ...users.slice(1),
        ],
      },
      ...([user.username, 'official nobody'] as const),
    ],
    ['the unit of a venue', { venues: changed(venues, 'phone', { unit: 'gone' }) }, 'phone', 'unit gone'],
    [
      'the post of a template',
      { templates: changed(templates, template.id, { official: 'nobody' }) },
      ...([template.id, 'official nobody'] as const),
    ],
    [
      'the venue of a template',
      { templates: changed(templates, template.id, { venue: 'tent' }) },
      ...([template.id, 'venue tent'] as const),
    ],
    [
      'who sits in by a template',
      { templates: changed(templates, template.id, { attendees: [{ post: 'nobody' }] }) },
      ...([template.id, 'official nobody'] as const),
    ],
  ])('%s', (_, change, by, missing) => {
    expect(faultsOf(change)).toStrictEqual([`${by} names the ${missing}, which does not exist`]);
  });

  test('and topics lie on two levels', () => {
    expect(faultsOf({ topics: changed(topics, 'other', { parent: 'repairs' }) })).toStrictEqual([
      'other lies on a third level of topics',
    ]);
  });
});

describe('Everything has a name in every language of the city:', () => {
  const { city, units, officials, topics, venues } = eastmere;
  const name = { en: 'A name' };

  test.each([
    ['the city', { city: { ...city, name } }, 'city'],
    ['a unit', { units: changed(units, 'homes', { name }) }, 'homes'],
    ['a post', { officials: changed(officials, 'hq-deputy', { title: name }) }, 'hq-deputy'],
    ['a topic', { topics: changed(topics, 'other', { name }) }, 'other'],
    ['a venue', { venues: changed(venues, 'phone', { name }) }, 'phone'],
    [
      'a priority class',
      { city: { ...city, priorityClasses: changed(city.priorityClasses, 'disability', { name }) } },
      'disability',
    ],
    [
      'the evidence of one',
      { city: { ...city, priorityClasses: changed(city.priorityClasses, 'disability', { evidence: name }) } },
      'disability',
    ],
    [
      'a jump reason',
      { city: { ...city, jumpReasons: changed(city.jumpReasons, 'court-date', { name }) } },
      'court-date',
    ],
    [
      'a decline reason',
      { city: { ...city, declineReasons: changed(city.declineReasons, 'other', { name }) } },
      'other',
    ],
  ])('%s', (_, change, id) => {
    expect(faultsOf(change)).toStrictEqual([`${id} has no name in fa`]);
  });
});
