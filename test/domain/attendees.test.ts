import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { isSameAttendee, proposeAttendees, unknownAttendee } from '../../domain/attendees.ts';
import type { Office } from '../../domain/office.ts';

const ON = '2026-06-15';

describe('Attendees', () => {
  test('are the same by what they are and by which', () => {
    expect(isSameAttendee({ unit: 'homes' }, { unit: 'homes' })).toBe(true);
    expect(isSameAttendee({ unit: 'homes' }, { unit: 'waste' })).toBe(false);
    expect(isSameAttendee({ unit: 'homes' }, { name: 'homes' })).toBe(false);
  });

  test('are known if the city has them on that day; anybody may be named', () => {
    const ending = (endsOn: string): Office => ({
      ...eastmere,
      units: eastmere.units.map((unit) => (unit.id === 'waste' ? { ...unit, endsOn } : unit)),
    });
    const known = [{ name: 'A neighbour' }, { post: 'hq-deputy' }, { unit: 'waste' }];
    expect(unknownAttendee(known, eastmere, ON)).toBeUndefined();
    expect(unknownAttendee(known, ending(ON), ON)).toBeUndefined();
    expect(unknownAttendee(known, ending('2026-06-14'), ON)).toBe(2);
    expect(unknownAttendee([{ unit: 'hq-deputy' }, { post: 'waste' }], eastmere, ON)).toBe(0);
    expect(unknownAttendee([{ unit: 'waste' }, { post: 'waste' }], eastmere, ON)).toBe(1);
  });
});

describe('Who should sit in', () => {
  const withTemplate: Office = {
    ...eastmere,
    templates: eastmere.templates.slice(0, 1).map((template) => ({
      ...{ ...template, id: 'weekly', attendees: [{ unit: 'waste' }, { post: 'homes-director' }] },
    })),
  };
  const propose = (topics: readonly string[], { official = 'hq-mayor', template = '' } = {}) =>
    proposeAttendees({ official, ...(template && { template }) }, topics, withTemplate);

  test('is whom the topics name, or else the topics above them', () => {
    expect(propose(['housing', 'planning-permission'])).toStrictEqual([
      { attendee: { post: 'homes-director' }, topics: ['housing'], template: false },
      { attendee: { post: 'hq-deputy' }, topics: ['planning-permission'], template: false },
    ]);
    expect(propose(['transport', 'gone'])).toStrictEqual([]);
  });

  test('is whom the template of the session has', () => {
    expect(propose([], { template: 'weekly' })).toStrictEqual([
      { attendee: { unit: 'waste' }, topics: [], template: true },
      { attendee: { post: 'homes-director' }, topics: [], template: true },
    ]);
    expect(propose([], { template: 'gone' })).toStrictEqual([]);
  });

  test('is named once, with all the reasons, whoever is wanted by most topics first', () => {
    expect(propose(['planning', 'repairs', 'repairs', 'waiting-list'], { template: 'weekly' })).toStrictEqual([
      { attendee: { post: 'homes-director' }, topics: ['repairs', 'waiting-list'], template: true },
      { attendee: { post: 'hq-deputy' }, topics: ['planning'], template: false },
      { attendee: { unit: 'waste' }, topics: [], template: true },
    ]);
  });

  test('is never the host', () => {
    expect(propose(['housing', 'planning'], { official: 'hq-deputy' })).toStrictEqual([
      { attendee: { post: 'homes-director' }, topics: ['housing'], template: false },
    ]);
    expect(propose([], { official: 'waste', template: 'weekly' })).toHaveLength(2);
  });
});
