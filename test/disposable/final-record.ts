import { toMillis } from '../../domain/time.ts';
import { CITY } from '../simulation/city.ts';
import type { MemoryHouse } from '../support/memory/memory-house.ts';

/** What is left of a life for people to see: the request with its orders, the timeline, letters, calls, turns, the ledger. */
export const finalRecord = (house: MemoryHouse): unknown =>
  structuredClone({
    cases: house.casesOf(CITY).map(({ request, events, letters }) => ({
      ...{ request, events },
      letters: letters.map(({ letter: { attempts: _, ...seen } }) => seen),
    })),
    callTasks: [...house.callTasks.values()],
    slots: [...house.slots.values()],
    ledger: [...house.ledgers.values()].map(({ waiting, lines }) => [
      ...lines.map(({ hash: _, previous: __, ...said }) => said),
      ...waiting.map(({ entry }) => entry),
    ]),
  });

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The record, its instants written as in another one where they differ by so many minutes at most. */
export const readBeside = (record: unknown, other: unknown, minutes: number): unknown => {
  if (typeof record === 'string' && typeof other === 'string') {
    if (!INSTANT.test(record) || !INSTANT.test(other)) return record;
    return Math.abs(toMillis(record) - toMillis(other)) <= minutes * 60_000 ? other : record;
  }
  if (typeof record !== 'object' || record === null || typeof other !== 'object' || other === null) return record;
  if (Array.isArray(record)) return record.map((each, at) => readBeside(each, Reflect.get(other, at), minutes));
  const all = Object.entries(record).map(([name, value]) => [
    name,
    readBeside(value, Reflect.get(other, name), minutes),
  ]);
  return Object.fromEntries(all);
};
