import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as keys from '../../../adapters/dynamo/keys.ts';
import { type Cost, countPlainLife } from './cost.ts';
import { GROUPS, groupOf } from './groups.ts';

let counted: Promise<Cost> | undefined;
const plainLife = (): Promise<Cost> => {
  counted ??= countPlainLife();
  return counted;
};

const Key = z.object({ pk: z.string(), sk: z.coerce.string() });
/** By their names these make keys; none of them may slip through. */
const KEY_MAKERS = Object.keys(keys).filter((name) => /Key$/.test(name));
const METHODS: readonly (string | symbol)[] = ['split', 'slice'];

/** Stands for whatever a key is made of: a text, a number, or an object whose every field is a text. */
const part: object = new Proxy(
  { city: 'part', official: 'part' },
  {
    get: (_, name) => {
      if (name === Symbol.toPrimitive) return () => 'part';
      return METHODS.includes(name)
        ? (...given: unknown[]) => Reflect.apply(Reflect.get(String.prototype, name), 'part', given)
        : 'part';
    },
  },
);

/** Every function of `keys.ts` that makes the key of an item, with a key of its making. */
const madeKeys = Object.entries(keys).flatMap(([name, make]) => {
  if (typeof make !== 'function') return [];
  const made = Key.safeParse(Reflect.apply(make, undefined, [part, part, part, part]));
  return made.success ? [{ name, key: made.data }] : [];
});

test('Every key of the table belongs to a group of costs', () => {
  expect(madeKeys.length).toBeGreaterThan(30);
  expect(madeKeys.map(({ name }) => name)).toEqual(expect.arrayContaining(KEY_MAKERS));
  for (const { name, key } of madeKeys) expect(GROUPS, name).toContain(groupOf(key));
  expect(() => groupOf({ pk: 'city#NEW-KIND#id', sk: 'NEW' })).toThrow('no group');
});

test('The groups of a plain life add up to what the table has counted', async () => {
  const { groups, totalWriteUnits, totalReadUnits } = await plainLife();
  const sum = (units: 'readUnits' | 'writeUnits') =>
    Object.values(groups).reduce((total, group) => total + group[units], 0);
  expect(sum('writeUnits')).toBeCloseTo(totalWriteUnits, 1);
  expect(sum('readUnits')).toBeCloseTo(totalReadUnits, 1);
}, 180_000);

test('A plain life stays within its bounds', async () => {
  const { transitions, groups, totalWriteUnits, hotItemBytes, scans, callsBeforeAnswer } = await plainLife();
  expect(transitions).toBeLessThanOrEqual(10);
  expect(groups.core.writeUnits).toBeLessThanOrEqual(90);
  expect(groups.core.readUnits).toBeLessThanOrEqual(24);
  expect(totalWriteUnits).toBeLessThanOrEqual(170);
  expect(hotItemBytes).toBeLessThanOrEqual(1024);
  expect(scans).toBe(0);
  expect(callsBeforeAnswer.submit).toBeLessThanOrEqual(3);
  expect(callsBeforeAnswer.triage).toBeLessThanOrEqual(4);
  expect(callsBeforeAnswer.book).toBeLessThanOrEqual(4);
  expect(callsBeforeAnswer.outcome).toBeLessThanOrEqual(4);
}, 180_000);
