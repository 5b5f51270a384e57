import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ClockTime,
  ceilToSecond,
  clockTimeOf,
  earlier,
  Instant,
  instantAt,
  instantOf,
  LocalDate,
  later,
  localDateOf,
  plusDays,
  plusMillis,
  plusMinutes,
  plusSeconds,
  TimeZone,
  toMillis,
  weekdayOf,
} from '../../domain/time.ts';

describe('an instant', () => {
  it.each(['2027-02-01T08:00:00.000Z', '0001-01-01T00:00:00.000Z'])('may be %s', (text) => {
    expect(Instant.safeParse(text).success).toBe(true);
  });

  it.each([
    '2027-02-01T08:00:00Z',
    '2027-02-01T08:00:00.000+03:30',
    '2027-02-30T08:00:00.000Z',
    '2027-02-01T24:00:00.000Z',
    '+012027-02-01T08:00:00.000Z',
    '2027-02-01',
    '',
  ])('may not be "%s", because instants are compared as texts', (text) => {
    expect(Instant.safeParse(text).success).toBe(false);
  });

  it('compares as its number of milliseconds does', () => {
    const moment = fc.integer({ min: 0, max: Date.UTC(9999, 0) });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(instantOf(a) < instantOf(b)).toBe(a < b);
        expect(toMillis(later(instantOf(a), instantOf(b)))).toBe(Math.max(a, b));
        expect(toMillis(earlier(instantOf(a), instantOf(b)))).toBe(Math.min(a, b));
      }),
    );
  });

  it('is rounded up to whole seconds, never down', () => {
    expect(ceilToSecond('2027-02-01T08:00:00.001Z')).toBe('2027-02-01T08:00:01.000Z');
    expect(ceilToSecond('2027-02-01T08:00:01.000Z')).toBe('2027-02-01T08:00:01.000Z');
  });

  it('moves by minutes and seconds across midnight', () => {
    expect(plusMinutes('2027-02-28T23:59:00.000Z', 2)).toBe('2027-03-01T00:01:00.000Z');
    expect(plusMillis('2027-02-28T23:59:59.999Z', 1)).toBe('2027-03-01T00:00:00.000Z');
    expect(plusSeconds('2027-03-01T00:00:00.000Z', -1)).toBe('2027-02-28T23:59:59.000Z');
  });
});

describe('a local date', () => {
  it.each(['2024-02-29', '2027-12-31'])('may be %s', (text) => {
    expect(LocalDate.safeParse(text).success).toBe(true);
  });

  it.each(['2027-02-29', '2027-13-01', '2027-1-1', '1405-12-30x', ''])('may not be "%s"', (text) => {
    expect(LocalDate.safeParse(text).success).toBe(false);
  });

  it('is the day on the wall, not the day in Greenwich', () => {
    expect(localDateOf('2027-02-01T20:29:59.999Z', 'Asia/Tehran')).toBe('2027-02-01');
    expect(localDateOf('2027-02-01T20:30:00.000Z', 'Asia/Tehran')).toBe('2027-02-02');
  });

  it('knows its ISO weekday and its neighbours', () => {
    expect(weekdayOf('2027-02-01')).toBe(1);
    expect(weekdayOf('2027-02-07')).toBe(7);
    expect(plusDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(plusDays('2027-01-01', -1)).toBe('2026-12-31');
  });
});

describe('a time of day in a zone', () => {
  it('follows summer time', () => {
    expect(instantAt('2027-01-04', '09:00', 'Europe/London')).toBe('2027-01-04T09:00:00.000Z');
    expect(instantAt('2027-07-05', '09:00', 'Europe/London')).toBe('2027-07-05T08:00:00.000Z');
    expect(instantAt('2027-07-05', '09:00', 'Asia/Tehran')).toBe('2027-07-05T05:30:00.000Z');
  });

  it('is what the clocks of the zone show', () => {
    expect(clockTimeOf('2027-01-04T09:05:59.999Z', 'Europe/London')).toBe('09:05');
    expect(clockTimeOf('2027-07-05T09:05:00.000Z', 'Europe/London')).toBe('10:05');
    expect(clockTimeOf('2027-07-05T20:30:00.000Z', 'Asia/Tehran')).toBe('00:00');
  });

  it('means the first of two when clocks go back', () => {
    expect(instantAt('2027-10-31', '01:30', 'Europe/London')).toBe('2027-10-31T00:30:00.000Z');
  });

  it('means the moment of the jump when clocks skip it', () => {
    expect(instantAt('2027-03-28', '01:30', 'Europe/London')).toBe('2027-03-28T01:00:00.000Z');
    expect(instantAt('2021-03-22', '00:30', 'Asia/Tehran')).toBe('2021-03-21T20:30:00.000Z');
  });

  it('means the moment of the jump when a whole day is skipped', () => {
    expect(instantAt('2011-12-30', '09:00', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
    expect(instantAt('2011-12-30', '17:00', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  });

  it('is never an earlier moment than an earlier time of that day', () => {
    const edges: [string, string][] = [
      ['2027-03-28', 'Europe/London'],
      ['2027-10-31', 'Europe/London'],
      ['2027-10-03', 'Australia/Lord_Howe'],
      ['2018-11-04', 'America/Sao_Paulo'],
      ['2021-03-22', 'Asia/Tehran'],
      ['2027-03-14', 'America/Halifax'],
    ];
    for (const [date, zone] of edges) {
      const moments = Array.from({ length: 24 * 60 }, (_, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        return instantAt(date, time, zone);
      });
      expect(moments).toEqual(moments.toSorted());
    }
  });

  it('refuses an hour that no clock shows and a zone that nobody knows', () => {
    expect(ClockTime.safeParse('24:00').success).toBe(false);
    expect(ClockTime.safeParse('9:00').success).toBe(false);
    expect(TimeZone.safeParse('Asia/Atlantis').success).toBe(false);
    expect(TimeZone.safeParse('America/Halifax').success).toBe(true);
  });
});
