import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import type { Office } from '../../domain/office.ts';
import type { Policies } from '../../domain/policies.ts';
import { remindersFor, spreadOf } from '../../domain/reminders.ts';

const AT = '2026-06-08T09:30:00.000Z';
/** Thursday, half past ten in London. */
const THURSDAY = '2026-06-18T09:30:00.000Z';

const withReminders = (more: Partial<Policies['reminders']>): Office => {
  const { city } = eastmere;
  const reminders = { ...city.policies.reminders, ...more };
  return { ...eastmere, city: { ...city, policies: { ...city.policies, reminders } } };
};

const aimed = (startsAt: string, { at = AT, spread = 0, office = eastmere as Office } = {}) =>
  remindersFor(startsAt, { office, unit: 'harbour', at, spread });

describe('Reminders of a turn', () => {
  test('come two days before, and at 17:00 of the working day before', () => {
    expect(aimed(THURSDAY)).toStrictEqual({
      times: ['2026-06-16T09:30:00.000Z', '2026-06-17T16:00:00.000Z'],
      dropped: 0,
    });
  });

  test('are spread over an hour by the request', () => {
    expect(aimed(THURSDAY, { spread: 0.75 }).times).toStrictEqual([
      '2026-06-16T10:15:00.000Z',
      '2026-06-17T16:45:00.000Z',
    ]);
    expect(aimed(THURSDAY, { spread: 0.999 }).times[0]).toBe('2026-06-16T10:29:00.000Z');
  });

  test('are one where the working day before comes first', () => {
    // Before a Monday it is the Friday, which lies before two days before.
    expect(aimed('2026-06-15T09:30:00.000Z')).toStrictEqual({ times: ['2026-06-12T16:00:00.000Z'], dropped: 1 });
    // The day before Wednesday 17 June is the Charter Day.
    expect(aimed('2026-06-17T09:30:00.000Z').times).toStrictEqual([
      '2026-06-15T09:30:00.000Z',
      '2026-06-15T16:00:00.000Z',
    ]);
  });

  test('that would fall on one moment are one', () => {
    const office = withReminders({ daysBefore: 1, workingDayBeforeAt: '10:30' });
    expect(aimed(THURSDAY, { office })).toStrictEqual({ times: ['2026-06-17T09:30:00.000Z'], dropped: 1 });
  });

  test.each([
    ['the first just before it', '2026-06-16T09:29:59.999Z', 2],
    ['the first at its moment', '2026-06-16T09:30:00.000Z', 1],
    ['the last just before it', '2026-06-17T15:59:59.999Z', 1],
    ['the last at its moment', '2026-06-17T16:00:00.000Z', 0],
  ])('are kept or dropped by the moment at which the turn is given: %s', (_, at, kept) => {
    const { times, dropped } = aimed(THURSDAY, { at });
    expect(times).toHaveLength(kept);
    expect(dropped).toBe(2 - kept);
  });

  test('wait for the hours in which the city writes', () => {
    const early = aimed('2026-06-18T06:00:00.000Z');
    // 07:00 in London is too early: 08:00.
    expect(early.times[0]).toBe('2026-06-16T07:00:00.000Z');
    const late = aimed('2026-06-18T21:30:00.000Z');
    // 22:30 is too late: 21:00.
    expect(late.times[0]).toBe('2026-06-16T20:00:00.000Z');
    const evening = withReminders({ workingDayBeforeAt: '20:30' });
    expect(aimed(THURSDAY, { office: evening, spread: 0.75 }).times[1]).toBe('2026-06-17T20:00:00.000Z');
  });

  test('never come after the start', () => {
    const office = withReminders({ daysBefore: 1, workingDayBeforeAt: '08:00', spreadMinutes: 1000 });
    // Spread beyond midnight, both fall on the hour at which the city begins to write.
    const [eight, tenPast] = ['2026-06-18T07:00:00.000Z', '2026-06-18T07:10:00.000Z'];
    expect(aimed(tenPast, { office, spread: 0.9999 })).toStrictEqual({ times: [eight], dropped: 1 });
    expect(aimed(eight, { office, spread: 0.9999 })).toStrictEqual({ times: [], dropped: 2 });
  });
});

describe('The spread of a request', () => {
  test.each([
    ['00000000000000000000000000', 0],
    ['ZZZZZZZZZZZZZZZZZZZZZZ0000', 0],
    ['0000000000000000000000G000', 0.5],
    ['00000000000000000000000G00', 0.5 / 32],
    ['0000000000000000000000000G', 0.5 / 32 ** 3],
    ['ZZZZ', 1 - 1 / 32 ** 4],
  ])('of %s is %d', (id, spread) => {
    expect(spreadOf(id)).toBe(spread);
  });

  test('counts a symbol that is none as nothing', () => {
    expect(spreadOf('G0u-')).toBe(0.5);
  });
});
