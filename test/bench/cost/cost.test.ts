import { expect, test } from 'vitest';
import * as keys from '../../../adapters/dynamo/keys.ts';
import { type Cost, countPlainLife } from './cost.ts';
import { GROUPS, groupOf } from './groups.ts';

let counted: Promise<Cost> | undefined;
const plainLife = (): Promise<Cost> => {
  counted ??= countPlainLife();
  return counted;
};

/** What may go into a key: all of them take texts, numbers, or an object with such fields. */
const ANYTHING = {
  city: 'city',
  official: 'official',
  id: 'id',
  request: 'id',
  since: 'at',
  on: 'day',
  ofDay: 1,
  startsAt: 'at',
  at: 'at',
  username: 'u',
  unit: 'unit',
};

const keyMakers = Object.entries(keys).flatMap(([name, make]) =>
  name.endsWith('Key') && typeof make === 'function' ? [{ name, make }] : [],
);

/** `keys.ts` makes a key of a city and parts, or of one object that holds both. */
const keyMadeBy = (make: object): keys.Key => {
  const ways = [
    ['city', 'PART', 'MORE', 1],
    ['city', 'PART', ANYTHING],
    [ANYTHING, 'PART'],
  ];
  for (const given of ways) {
    try {
      const made: keys.Key = Reflect.apply(make as () => keys.Key, undefined, given);
      if (made.pk.startsWith('city#') && !/undefined|object/.test(made.pk + made.sk)) return made;
    } catch {
      // It takes other parts.
    }
  }
  throw new Error('It needs other parts than the test gives it');
};

test('Every key of the table belongs to a group of costs', () => {
  expect(keyMakers.length).toBeGreaterThan(20);
  for (const { name, make } of keyMakers) expect(GROUPS, name).toContain(groupOf(keyMadeBy(make)));
  expect(() => groupOf({ pk: 'city#NEW-KIND#id', sk: 'NEW' })).toThrow('no group');
});

test('The groups of a plain life add up to what the table has counted', async () => {
  const { groups, totalWriteUnits, totalReadUnits } = await plainLife();
  const sum = (units: 'readUnits' | 'writeUnits') =>
    Object.values(groups).reduce((total, group) => total + group[units], 0);
  expect(sum('writeUnits')).toBeCloseTo(totalWriteUnits, 1);
  expect(sum('readUnits')).toBeCloseTo(totalReadUnits, 1);
}, 60_000);

test('A plain life stays within its bounds', async () => {
  const { transitions, groups, scans, callsBeforeAnswer } = await plainLife();
  expect(transitions).toBeLessThanOrEqual(10);
  expect(groups.core.writeUnits).toBeLessThanOrEqual(90);
  expect(scans).toBe(0);
  expect(callsBeforeAnswer.submit).toBeLessThanOrEqual(3);
}, 60_000);
