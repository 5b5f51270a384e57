import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { CityData } from '../../domain/city.ts';
import { type EndableKind, mayEnd } from '../../domain/ending.ts';

const ON = '2026-06-15';
/** A city in which nothing depends on anything, with what the test adds. */
const having = (change: Partial<CityData>): CityData => ({
  ...{ ...eastmere, units: [], officials: [], topics: [], users: [], venues: [], templates: [] },
  ...change,
});
const [unit, official, topic, user, venue, template] = [
  eastmere.units[1],
  eastmere.officials[0],
  eastmere.topics[0],
  eastmere.users[0],
  eastmere.venues[0],
  eastmere.templates[0],
];
if (!unit || !official || !topic || !user || !venue || !template) throw new Error('The seeded city has one of each');

describe('Nothing ends while something that goes on depends on it:', () => {
  test.each<[EndableKind, string, string, Partial<CityData>, Partial<CityData>]>([
    ['unit', 'a unit below', 'below', { units: [{ ...unit, id: 'below', parent: 'X' }] }, { units: [unit] }],
    ['unit', 'a body outside', 'outside', { units: [{ ...unit, id: 'outside', liaison: 'X' }] }, { units: [unit] }],
    ['unit', 'a post', 'post', { officials: [{ ...official, id: 'post', unit: 'X' }] }, { officials: [official] }],
    ['unit', 'a venue', 'room', { venues: [{ ...venue, id: 'room', unit: 'X' }] }, { venues: [venue] }],
    [
      ...(['unit', 'a role', 'somebody'] as const),
      { users: [{ ...user, username: 'somebody', roles: [...user.roles, { role: 'clerk', unit: 'X' }] }] },
      { users: [user] },
    ],
    [
      ...(['official', 'a template', 'weekly'] as const),
      { templates: [{ ...template, id: 'weekly', official: 'X' }] },
      { templates: [template] },
    ],
    [
      ...(['official', 'a post whose delegate it is', 'post'] as const),
      { officials: [{ ...official, id: 'post', delegate: 'X' }] },
      { officials: [official] },
    ],
    [
      ...(['official', 'who serves it', 'somebody'] as const),
      {
        users: [
          {
            ...{ ...user, username: 'somebody' },
            roles: [{ role: 'secretary', unit: 'hq', official: 'X' }, ...user.roles],
          },
        ],
      },
      { users: [user] },
    ],
    ['topic', 'a topic below', 'below', { topics: [{ ...topic, id: 'below', parent: 'X' }] }, { topics: [topic] }],
    [
      ...(['venue', 'a template', 'weekly'] as const),
      { templates: [{ ...template, id: 'weekly', venue: 'X' }] },
      { templates: [template] },
    ],
  ])('a %s and %s', (kind, _, by, dependent, independent) => {
    expect(mayEnd(having(dependent), kind, 'X', ON)).toMatchObject({ reason: 'in-use', details: { by: [by] } });
    expect(mayEnd(having(independent), kind, 'X', ON)).toStrictEqual({ agreed: true, value: undefined });
  });

  test.each(['user', 'partner'] as const)('a %s ends at any time', (kind) => {
    expect(mayEnd(eastmere, kind, user.username, ON).agreed).toBe(true);
  });

  test('what ends by that day does not go on after it', () => {
    const endingOn = (endsOn: string) => having({ topics: [{ ...topic, parent: 'X', endsOn }] });
    expect(mayEnd(endingOn(ON), 'topic', 'X', ON).agreed).toBe(true);
    expect(mayEnd(endingOn('2026-06-16'), 'topic', 'X', ON).agreed).toBe(false);
  });

  test('the first ten are named', () => {
    const topics = Array.from({ length: 11 }, (_, index) => ({ ...topic, id: `below-${index}`, parent: 'X' }));
    expect(mayEnd(having({ topics }), 'topic', 'X', ON)).toMatchObject({
      details: { by: topics.slice(0, 10).map(({ id }) => id) },
    });
  });
});
