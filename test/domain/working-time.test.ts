import { describe, expect, it } from 'vitest';
import { tehranCalendar as calendar } from '../../cities/tehran/calendar.ts';
import {
  afterWorkingDays,
  afterWorkingHours,
  Deadline,
  dueOn,
  fixedAt,
  isAtWork,
  lastWorkingDayBefore,
  nextOpening,
  recompute,
  workingDaysBetween,
} from '../../domain/working-time.ts';

const monday = '2027-02-01T08:00:00.000Z';

describe('a limit in working days', () => {
  it('ends at closing time of its last day, the starting day not counted', () => {
    const deadline = afterWorkingDays(calendar, monday, 20);
    expect(deadline).toEqual({
      at: '2027-03-02T11:00:00.000Z',
      sum: { kind: 'working-days', amount: 20, from: monday, skippedWeekdays: [4, 5], skippedOn: ['2027-02-28'] },
    });
    expect(Deadline.parse(deadline)).toEqual(deadline);
  });

  it('counts the same from the first and the last second of a day', () => {
    expect(afterWorkingDays(calendar, '2027-01-31T20:30:00.000Z', 1).at).toBe('2027-02-02T11:00:00.000Z');
    expect(afterWorkingDays(calendar, '2027-02-01T20:29:59.999Z', 1).at).toBe('2027-02-02T11:00:00.000Z');
  });

  it('of no days ends today while the office is open, else on the next working day', () => {
    expect(afterWorkingDays(calendar, monday, 0).at).toBe('2027-02-01T11:00:00.000Z');
    expect(afterWorkingDays(calendar, '2027-02-03T11:00:00.000Z', 0).at).toBe('2027-02-06T11:00:00.000Z');
  });

  it('moves when a holiday is announced, and the sum names it', () => {
    const deadline = afterWorkingDays(calendar, monday, 2);
    const announced = { ...calendar, holidays: [...calendar.holidays, { on: '2027-02-02', name: { en: 'Snow' } }] };
    const moved = recompute(deadline, announced);
    expect(deadline.at).toBe('2027-02-03T11:00:00.000Z');
    expect(moved.at).toBe('2027-02-06T11:00:00.000Z');
    expect(moved.sum).toMatchObject({ amount: 2, from: monday, skippedOn: ['2027-02-02'] });
  });

  it('keeps its sum small however many days it skips', () => {
    const closures = Array.from({ length: 60 }, (_, index) => ({
      on: `2027-${String(5 + Math.floor(index / 28)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
      reason: { en: 'Works' },
    }));
    const { sum } = afterWorkingDays({ ...calendar, weekend: [], closures }, '2027-04-30T08:00:00.000Z', 30);
    expect(sum).toMatchObject({ skippedOn: { length: 16 }, skippedMore: 44 });
    expect(JSON.stringify(sum).length).toBeLessThan(400);
  });
});

describe('a limit in working hours', () => {
  it('counts open hours only', () => {
    expect(afterWorkingHours(calendar, '2027-02-27T08:20:00.000Z', 6)).toEqual({
      at: '2027-03-01T07:20:00.000Z',
      sum: {
        kind: 'working-hours',
        amount: 6,
        from: '2027-02-27T08:20:00.000Z',
        skippedWeekdays: [],
        skippedOn: ['2027-02-28'],
      },
    });
  });

  it('is rounded up to a whole second', () => {
    expect(afterWorkingHours(calendar, '2027-02-01T08:00:00.001Z', 1).at).toBe('2027-02-01T09:00:01.000Z');
  });

  it('may end at closing time, and of no hours ends at the next opening', () => {
    expect(afterWorkingHours(calendar, '2027-02-01T08:00:00.000Z', 3).at).toBe('2027-02-01T11:00:00.000Z');
    expect(afterWorkingHours(calendar, '2027-02-01T11:00:00.000Z', 0).at).toBe('2027-02-02T04:00:00.000Z');
  });
});

describe('a deadline that somebody set', () => {
  it('ends at closing time of the day, or of the next working day', () => {
    expect(dueOn(calendar, '2027-03-07', monday).at).toBe('2027-03-07T11:00:00.000Z');
    expect(dueOn(calendar, '2027-03-20', monday).at).toBe('2027-03-27T11:00:00.000Z');
  });

  it('is never in the past', () => {
    expect(dueOn(calendar, '2026-01-05', monday).at).toBe('2027-02-01T11:00:00.000Z');
    expect(dueOn(calendar, '2027-02-01', '2027-02-01T11:00:00.000Z').at).toBe('2027-02-02T11:00:00.000Z');
  });

  it('moves with the calendar if it is a day, and stays if it is a moment', () => {
    const shut = { ...calendar, closures: [{ on: '2027-03-07', reason: { en: 'Flood' } }] };
    expect(recompute(dueOn(calendar, '2027-03-07', monday), shut).at).toBe('2027-03-08T11:00:00.000Z');
    const moment = fixedAt('2027-03-07T09:00:00.000Z', monday);
    expect(recompute(moment, shut)).toEqual(moment);
  });
});

describe('working days', () => {
  it('are found before a date', () => {
    expect(lastWorkingDayBefore(calendar, '2027-03-27')).toBe('2027-03-17');
    expect(lastWorkingDayBefore(calendar, '2027-02-02')).toBe('2027-02-01');
  });

  it('are counted between two moments, the first day left out', () => {
    expect(workingDaysBetween(calendar, monday, '2027-03-02T11:00:00.000Z')).toBe(20);
    expect(workingDaysBetween(calendar, monday, monday)).toBe(0);
    expect(workingDaysBetween(calendar, '2027-03-02T11:00:00.000Z', monday)).toBe(0);
  });

  it('that never come are an error, not an endless search', () => {
    const never = { ...calendar, hours: [] };
    const message = /no open day within five years/;
    expect(() => afterWorkingDays(never, monday, 1)).toThrow(message);
    expect(() => afterWorkingHours(never, monday, 1)).toThrow(message);
    expect(() => dueOn(never, '2027-03-07', monday)).toThrow(message);
    expect(() => lastWorkingDayBefore(never, '2027-03-07')).toThrow(message);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('cannot be %s', (amount) => {
    expect(() => afterWorkingDays(calendar, monday, amount)).toThrow('no amount of working time');
    expect(() => afterWorkingHours(calendar, monday, amount)).toThrow('no amount of working time');
  });
});

describe('an office with a lunch break', () => {
  const hours = [
    { from: '2020-01-01', opens: '13:00', closes: '16:00' },
    { from: '2020-01-01', opens: '08:00', closes: '12:00' },
  ];
  const lunch = { ...calendar, hours };
  // Tehran is three and a half hours ahead of UTC.
  const at = (time: string) => `2027-02-01T${time}.000Z`;

  it('is at work from its first opening to its last closing', () => {
    const moments = ['04:29:59', '04:30:00', '08:45:00', '12:29:59', '12:30:00'];
    expect(moments.map((time) => isAtWork(lunch, at(time)))).toEqual([false, true, true, true, false]);
    expect(isAtWork(lunch, '2027-02-04T06:00:00.000Z')).toBe(false);
  });

  it('opens next in the morning, of this working day or the next', () => {
    expect(nextOpening(lunch, at('04:29:59'))).toBe(at('04:30:00'));
    expect(nextOpening(lunch, at('04:30:00'))).toBe('2027-02-02T04:30:00.000Z');
    expect(nextOpening(lunch, at('08:45:00'))).toBe('2027-02-02T04:30:00.000Z');
    // Thursday and Friday are the weekend.
    expect(nextOpening(lunch, '2027-02-03T06:00:00.000Z')).toBe('2027-02-06T04:30:00.000Z');
    expect(nextOpening(lunch, '2027-02-04T06:00:00.000Z')).toBe('2027-02-06T04:30:00.000Z');
  });

  it('closes for the day in the afternoon', () => {
    expect(afterWorkingDays(lunch, at('08:45:00'), 0).at).toBe(at('12:30:00'));
    expect(afterWorkingDays(lunch, at('12:29:59'), 0).at).toBe(at('12:30:00'));
    expect(afterWorkingDays(lunch, at('12:30:00'), 0).at).toBe('2027-02-02T12:30:00.000Z');
  });

  it('counts no hour of it', () => {
    const forenoon = { ...calendar, hours: hours.toReversed() };
    expect(afterWorkingHours(forenoon, at('04:00:00'), 4).at).toBe(at('08:30:00'));
    expect(afterWorkingHours(forenoon, at('04:00:00'), 5).at).toBe(at('10:30:00'));
    expect(afterWorkingHours(forenoon, at('08:45:00'), 1).at).toBe(at('10:30:00'));
    expect(afterWorkingHours(forenoon, at('10:30:00'), 3).at).toBe('2027-02-02T05:30:00.000Z');
  });
});

describe('an amount of working time', () => {
  it('is at most ten thousand', () => {
    const always = { ...calendar, weekend: [], holidays: [], closures: [] };
    expect(() => afterWorkingDays(always, monday, 10_001)).toThrow('10001 is no amount of working time');
    expect(afterWorkingHours(always, monday, 0).at).toBe(monday);
  });

  it('names at most sixteen days, and one more as a count', () => {
    const shut = (count: number) => ({
      ...{ ...calendar, weekend: [], holidays: [] },
      closures: Array.from({ length: count }, (_, index) => ({
        ...{ on: `2027-05-${String(index + 1).padStart(2, '0')}`, reason: { en: 'Works' } },
      })),
    });
    const sumOf = (count: number) => afterWorkingDays(shut(count), '2027-04-30T08:00:00.000Z', 1).sum;
    expect(sumOf(16)).not.toHaveProperty('skippedMore');
    expect(sumOf(17)).toMatchObject({ skippedOn: { length: 16 }, skippedMore: 1 });
  });

  it('names the days of the weekend in their order', () => {
    const { sum } = afterWorkingDays({ ...calendar, weekend: [{ from: '2020-01-01', days: [6, 1] }] }, monday, 6);
    expect(sum).toMatchObject({ skippedWeekdays: [1, 6] });
  });
});
