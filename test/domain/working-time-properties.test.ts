import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, type OfficeCalendar, openHoursOn } from '../../domain/calendar.ts';
import { instantAt, instantOf, localDateOf, plusDays, toMillis, weekdayOf } from '../../domain/time.ts';
import {
  afterWorkingDays,
  afterWorkingHours,
  dueOn,
  lastWorkingDayBefore,
  workingDaysBetween,
} from '../../domain/working-time.ts';

/** From 1 Farvardin 1300 to the end of 1500. */
const START = Date.UTC(1921, 2, 21);
const END = Date.UTC(2122, 2, 20);
const DAY = 86_400_000;
const HOUR = 3_600_000;

const zones = [
  'Asia/Tehran',
  'Europe/London',
  'America/Halifax',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
];

/** Days on which one of the zones moved its clocks, so that the search does not depend on luck. */
const edges = [
  '2027-03-28',
  '2027-10-31',
  '2021-03-22',
  '2021-09-22',
  '2018-11-04',
  '2027-10-03',
  '2011-12-29',
  '2027-03-14',
];

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const moments = fc.oneof(
  fc.integer({ min: START, max: END }),
  fc
    .tuple(fc.constantFrom(...edges), fc.integer({ min: -2 * DAY, max: 2 * DAY }))
    .map(([on, by]) => Date.parse(on) + by),
);

const pieces = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 * 60 - 1 }), { minLength: 4, maxLength: 4 })
  .map((minutes) => minutes.toSorted((a, b) => a - b).map(clock))
  .map(([a = '', b = '', c = '', d = '']) => [
    { from: '1900-01-01', opens: a, closes: b },
    { from: '1900-01-01', opens: c, closes: d },
  ]);

const closuresAround = (from: number) =>
  fc.array(
    fc.tuple(fc.integer({ min: -1, max: 25 }), fc.option(pieces, { nil: undefined })).map(([days, cut]) => ({
      on: plusDays(instantOf(from).slice(0, 10), days),
      ...(cut?.[0] ? { from: cut[0].opens, to: cut[0].closes } : {}),
      reason: { en: 'Closed' },
    })),
    { maxLength: 12 },
  );

const offices = moments.chain((from) =>
  fc.record({
    from: fc.constant(instantOf(from)),
    calendar: fc.record({
      timeZone: fc.constantFrom(...zones),
      weekend: fc
        .uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 })
        .map((days) => [{ from: '1900-01-01', days }]),
      hours: pieces,
      holidays: fc.constant<OfficeCalendar['holidays']>([]),
      closures: closuresAround(from),
    }),
  }),
);

const isOpenAt = (calendar: OfficeCalendar, at: string): boolean =>
  openHoursOn(calendar, localDateOf(at, calendar.timeZone)).some(({ opens, closes }) => opens <= at && at <= closes);

const daysAfter = (calendar: OfficeCalendar, from: string, to: string): string[] => {
  const last = localDateOf(to, calendar.timeZone);
  const days: string[] = [];
  for (let day = plusDays(localDateOf(from, calendar.timeZone), 1); day <= last; day = plusDays(day, 1)) days.push(day);
  return days;
};

describe('in any zone, in any year from 1300 to 1500, with any closures', () => {
  it('a limit in working days gives all of its days and ends when the office closes', () => {
    fc.assert(
      fc.property(offices, fc.integer({ min: 1, max: 15 }), ({ calendar, from }, days) => {
        const { at, sum } = afterWorkingDays(calendar, from, days);
        const after = daysAfter(calendar, from, at);
        const shut = after.filter((day) => !isWorkingDay(calendar, day));
        expect(after.length - shut.length).toBe(days);
        expect(at > from).toBe(true);
        expect(at).toBe(openHoursOn(calendar, after.at(-1) ?? '').at(-1)?.closes);
        expect(at.endsWith('.000Z')).toBe(true);
        expect(workingDaysBetween(calendar, from, at)).toBe(days);
        const weekend = calendar.weekend.flatMap((rule) => rule.days);
        expect(sum).toMatchObject({ skippedOn: shut.filter((day) => !weekend.includes(weekdayOf(day))).slice(0, 16) });
      }),
      { numRuns: 500 },
    );
  });

  it('a limit in working hours gives all of its open time, to the second, and ends in it', () => {
    fc.assert(
      fc.property(offices, fc.integer({ min: 0, max: 40 * 60 }), ({ calendar, from }, minutes) => {
        const { at } = afterWorkingHours(calendar, from, minutes / 60);
        const days = [localDateOf(from, calendar.timeZone), ...daysAfter(calendar, from, at)];
        const given = days
          .flatMap((day) => openHoursOn(calendar, day))
          .map(
            ({ opens, closes }) => Math.min(toMillis(closes), toMillis(at)) - Math.max(toMillis(opens), toMillis(from)),
          )
          .reduce((sum, part) => sum + Math.max(0, part), 0);
        expect(isOpenAt(calendar, at)).toBe(true);
        expect(given).toBeGreaterThanOrEqual((minutes / 60) * HOUR - 1);
        expect(given).toBeLessThan((minutes / 60) * HOUR + 1000);
        expect(at.endsWith('.000Z')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a day that somebody named is not cut short, and nothing falls due in the past', () => {
    fc.assert(
      fc.property(offices, fc.integer({ min: -5, max: 20 }), ({ calendar, from }, days) => {
        const on = plusDays(localDateOf(from, calendar.timeZone), days);
        const { at } = dueOn(calendar, on, from);
        expect(at > from).toBe(true);
        expect(localDateOf(at, calendar.timeZone) >= on).toBe(true);
        expect(isOpenAt(calendar, at)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('the last working day before a date is before it, with only closed days between', () => {
    fc.assert(
      fc.property(offices, ({ calendar, from }) => {
        const date = localDateOf(from, calendar.timeZone);
        const found = lastWorkingDayBefore(calendar, date);
        expect(found < date && isWorkingDay(calendar, found)).toBe(true);
        for (let day = plusDays(found, 1); day < date; day = plusDays(day, 1)) {
          expect(isWorkingDay(calendar, day)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the office is open exactly when the clock on the wall says so', () => {
    fc.assert(
      fc.property(offices, fc.integer({ min: 0, max: 24 * 60 - 1 }), ({ calendar, from }, minutes) => {
        const date = localDateOf(from, calendar.timeZone);
        const time = clock(minutes);
        const at = instantAt(date, time, calendar.timeZone);
        fc.pre(edges.every((edge) => Math.abs(Date.parse(edge) - Date.parse(date)) > 2 * DAY));
        const byTheClock =
          !calendar.weekend.some((rule) => rule.days.includes(weekdayOf(date))) &&
          calendar.hours.some(({ opens, closes }) => opens <= time && time < closes) &&
          !calendar.closures.some(
            (closure) => closure.on === date && (closure.from ?? '00:00') <= time && time < (closure.to ?? '24:00'),
          );
        const isOpen = openHoursOn(calendar, date).some(({ opens, closes }) => opens <= at && at < closes);
        expect(isOpen).toBe(byTheClock);
      }),
      { numRuns: 500 },
    );
  });
});
