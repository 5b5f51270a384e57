import { describe, expect, it } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { tehran } from '../../cities/tehran.ts';
import { isWorkingDay, whyClosed } from '../../domain/calendar.ts';
import { CityData } from '../../domain/city.ts';
import { belongsTo } from '../../domain/topic.ts';
import { ROLES, type Role } from '../../domain/user.ts';

describe.each([tehran, eastmere])('the city $city.id', (data) => {
  it('is accepted by the schema as it stands', () => {
    expect(CityData.parse(data)).toEqual(data);
  });

  it('says everything in each of its languages', () => {
    const names = [
      ...data.city.channels,
      ...data.city.emergencyContacts,
      ...data.city.calendar.holidays,
      data.city,
    ].map(({ name }) => name);
    const texts = [...names, ...data.city.idKinds.map(({ label }) => label), data.city.branding.service];
    for (const text of texts) expect(Object.keys(text).toSorted()).toEqual(data.city.locales.toSorted());
  });

  it('names each holiday once', () => {
    const days = data.city.calendar.holidays.map(({ on }) => on);
    expect(days).toEqual([...new Set(days)].toSorted());
  });

  it('has somebody at each desk of each of its units, and a post to meet', () => {
    for (const unit of data.units.filter(({ kind }) => kind !== 'external')) {
      const roles = data.users.flatMap((user) => user.roles).filter((held) => held.unit === unit.id);
      const desks: Role[] = ['clerk', 'expert', 'secretary', 'owner', 'unit-manager', 'official'];
      expect(roles.map(({ role }) => role)).toEqual(expect.arrayContaining(desks));
      expect(data.officials.some((official) => official.unit === unit.id)).toBe(true);
    }
  });

  it('has somebody in every role', () => {
    const held = new Set(data.users.flatMap((user) => user.roles.map(({ role }) => role)));
    expect([...held].toSorted()).toEqual([...ROLES].toSorted());
  });

  it('has a body outside the city, held by a liaison', () => {
    expect(data.units.find(({ kind }) => kind === 'external')?.liaison).toBe('hq');
  });

  it('names posts, never the people who hold them', () => {
    expect(data.officials.every(({ holder }) => holder === undefined)).toBe(true);
  });

  const [unit] = data.units;
  const [topic] = data.topics;
  const [official] = data.officials;
  const [user] = data.users;
  const [venue] = data.venues;

  it.each([
    ['is the headquarters and must have no parent', { units: [{ ...unit, parent: 'hq' }, ...data.units.slice(1)] }],
    ['the unit hq is there twice', { units: [...data.units, unit] }],
    ['the topic other is there twice', { topics: [...data.topics, { ...topic, id: 'other' }] }],
    [
      'lies on a third level of topics',
      { topics: [...data.topics, ...['a', 'b'].map((id) => ({ ...topic, id, parent: id === 'b' ? 'a' : 'other' }))] },
    ],
    [
      'names the topic nothing, which does not exist',
      { topics: [...data.topics, { ...topic, id: 'child', parent: 'nothing' }] },
    ],
    [
      'names the official nobody, which does not exist',
      { officials: [{ ...official, delegate: 'nobody' }, ...data.officials.slice(1)] },
    ],
    ['names the unit moon, which does not exist', { venues: [{ ...venue, unit: 'moon' }] }],
    ['names the unit moon, which does not exist', { users: [{ ...user, roles: [{ role: 'clerk', unit: 'moon' }] }] }],
    ['has no name in en', { topics: [...data.topics, { ...topic, id: 'nameless', name: { fa: 'بی‌نام' } }] }],
    ['the calendar has another time zone than the city', { city: { ...data.city, timeZone: 'Asia/Tokyo' } }],
    ['city names the calendar system fa', { city: { ...data.city, calendarSystem: { en: 'gregory' } } }],
  ])('is refused when it says: %s', (sentence, fault) => {
    const messages = CityData.safeParse({ ...data, ...fault }).error?.issues.map(({ message }) => message) ?? [];
    expect(messages.join('\n')).toContain(sentence);
  });
});

describe('Tehran', () => {
  it('has 22 districts, 12 organisations and companies, and the headquarters', () => {
    const count = (...kinds: string[]) => tehran.units.filter(({ kind }) => kinds.includes(kind)).length;
    expect([count('district'), count('organisation', 'company'), count('headquarters')]).toEqual([22, 12, 1]);
    expect(tehran.units.find(({ id }) => id === 'd06')?.name).toEqual({ fa: 'منطقه ۶', en: 'District 6' });
  });

  it('is shut on Thursdays, Fridays and holidays, of which those by the moon may still move', () => {
    const { calendar } = tehran.city;
    expect(isWorkingDay(calendar, '2027-02-01')).toBe(true);
    expect(['2027-02-04', '2027-02-05'].map((day) => whyClosed(calendar, day)?.because)).toEqual([
      'weekend',
      'weekend',
    ]);
    expect(whyClosed(calendar, '2027-02-28')).toMatchObject({ because: 'holiday', provisional: true });
    expect(whyClosed(calendar, '2027-03-21')).toMatchObject({ because: 'holiday', provisional: false });
  });
});

describe('Eastmere', () => {
  it('sends some topics only to those who deal with them', () => {
    const [planning, , , housing] = eastmere.topics;
    const who = (topic: typeof planning) =>
      eastmere.units.filter((unit) => topic && belongsTo(topic, unit)).map(({ id }) => id);
    expect(who(planning)).toEqual(['hq', 'harbour', 'old-town', 'northfield', 'lakeside']);
    expect(who(housing)).toEqual(['hq', 'homes']);
  });
});
