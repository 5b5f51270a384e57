import { describe, expect, it } from 'vitest';
import { isWorkingDay, mergeCalendars, OfficeCalendar, openHoursOn, whyClosed } from '../../domain/calendar.ts';

const calendar: OfficeCalendar = {
  timeZone: 'Europe/London',
  weekend: [
    { from: '2020-01-01', days: [6, 7] },
    { from: '2027-06-01', to: '2027-06-30', days: [5, 6, 7] },
  ],
  hours: [
    { from: '2020-01-01', opens: '09:00', closes: '17:00' },
    { from: '2027-05-01', to: '2027-05-31', opens: '14:00', closes: '16:00' },
    { from: '2027-05-01', to: '2027-05-31', opens: '08:00', closes: '12:00' },
  ],
  holidays: [{ on: '2027-01-01', name: { en: "New Year's Day" }, provisional: true }],
  closures: [
    { on: '2027-02-02', reason: { en: 'Burst pipe' } },
    { on: '2027-02-03', from: '12:00', to: '13:00', reason: { en: 'Fire drill' } },
    { on: '2027-02-04', to: '10:00', reason: { en: 'Snow' } },
    { on: '2027-02-05', from: '15:30', reason: { en: 'Heat' } },
  ],
};

const hoursOn = (date: string, more: Partial<OfficeCalendar> = {}) =>
  openHoursOn({ ...calendar, ...more }, date).map(
    ({ opens, closes }) => `${opens.slice(11, 16)}–${closes.slice(11, 16)}`,
  );

describe('an office calendar', () => {
  it('opens on working days and shuts at the weekend', () => {
    expect(hoursOn('2027-02-01')).toEqual(['09:00–17:00']);
    expect(hoursOn('2027-02-06')).toEqual([]);
  });

  it('loses what a closure cuts out of a day', () => {
    expect(hoursOn('2027-02-02')).toEqual([]);
    expect(hoursOn('2027-02-03')).toEqual(['09:00–12:00', '13:00–17:00']);
    expect(hoursOn('2027-02-04')).toEqual(['10:00–17:00']);
    expect(hoursOn('2027-02-05')).toEqual(['09:00–15:30']);
  });

  it('follows the rules that began last while they are in force', () => {
    expect(hoursOn('2027-05-03')).toEqual(['07:00–11:00', '13:00–15:00']);
    expect(hoursOn('2027-06-04')).toEqual([]);
    expect(hoursOn('2027-07-02')).toEqual(['08:00–16:00']);
  });

  it('follows a rule from its first day to its last', () => {
    const rules = { hours: [{ from: '2027-03-01', to: '2027-03-02', opens: '09:00', closes: '10:00' }] };
    const days = ['2027-02-26', '2027-03-01', '2027-03-02', '2027-03-03'];
    expect(days.map((day) => hoursOn(day, rules))).toEqual([[], ['09:00–10:00'], ['09:00–10:00'], []]);
    const closing = { weekend: [{ from: '2027-03-02', to: '2027-03-02', days: [2] }] };
    expect(days.slice(1).map((day) => hoursOn(day, closing).length)).toEqual([1, 0, 1]);
  });

  it('has other hours on some weekdays', () => {
    const hours = [
      { from: '2020-01-01', weekdays: [1, 2], opens: '13:00', closes: '15:00' },
      { from: '2020-01-01', weekdays: [1], opens: '09:00', closes: '12:00' },
    ];
    expect(hoursOn('2027-02-08', { hours })).toEqual(['09:00–12:00', '13:00–15:00']);
    expect(hoursOn('2027-02-09', { hours })).toEqual(['13:00–15:00']);
    expect(hoursOn('2027-02-10', { hours })).toEqual([]);
  });

  it('is cut into pieces that have a length', () => {
    const closures = [
      { on: '2027-02-01', from: '09:00', to: '10:00', reason: { en: 'x' } },
      { on: '2027-02-01', from: '16:00', to: '17:00', reason: { en: 'x' } },
    ];
    expect(hoursOn('2027-02-01', { closures })).toEqual(['10:00–16:00']);
  });

  it('is counted once', () => {
    const fresh = { ...calendar };
    expect(openHoursOn(fresh, '2027-02-01')).toBe(openHoursOn(fresh, '2027-02-01'));
  });

  it('has no hours before its first rule', () => {
    expect(isWorkingDay(calendar, '2019-12-31')).toBe(false);
    expect(whyClosed(calendar, '2019-12-31')).toEqual({ because: 'no-hours' });
  });

  it('says why it is closed', () => {
    expect(whyClosed(calendar, '2027-02-01')).toBeUndefined();
    expect(whyClosed(calendar, '2027-02-06')).toEqual({ because: 'weekend' });
    expect(whyClosed(calendar, '2027-01-01')).toEqual({
      because: 'holiday',
      name: { en: "New Year's Day" },
      provisional: true,
    });
    const settled = { ...calendar, holidays: [{ on: '2027-01-04', name: { en: 'Fair' } }] };
    expect(whyClosed(settled, '2027-01-04')).toEqual({ because: 'holiday', name: { en: 'Fair' }, provisional: false });
    expect(whyClosed(calendar, '2027-02-02')).toEqual({ because: 'closure', reason: { en: 'Burst pipe' } });
  });

  it('does not open on a day that its zone left out', () => {
    const samoa = {
      ...calendar,
      timeZone: 'Pacific/Apia',
      hours: [{ from: '2010-01-01', opens: '09:00', closes: '17:00' }],
    };
    expect(openHoursOn(samoa, '2011-12-30')).toEqual([]);
    expect(isWorkingDay(samoa, '2011-12-29')).toBe(true);
  });

  it('calls a day cut short a working day', () => {
    expect(isWorkingDay(calendar, '2027-02-05')).toBe(true);
  });

  it("takes a unit's own hours instead of the city's, and its closures besides", () => {
    const unit = mergeCalendars(calendar, {
      hours: [{ from: '2020-01-01', opens: '10:00', closes: '11:00' }],
      closures: [{ on: '2027-02-01', reason: { en: 'Moving house' } }],
    });
    expect(openHoursOn(unit, '2027-02-08')).toEqual([
      { opens: '2027-02-08T10:00:00.000Z', closes: '2027-02-08T11:00:00.000Z' },
    ]);
    expect([isWorkingDay(unit, '2027-02-01'), isWorkingDay(unit, '2027-02-02')]).toEqual([false, false]);
    expect(mergeCalendars(calendar, undefined)).toEqual(calendar);
  });

  it("keeps the city's rules where a unit has none, and adds the unit's days", () => {
    const holiday = { on: '2027-03-01', name: { en: 'Ward day' } };
    const closure = { on: '2027-03-02', reason: { en: 'Moving house' } };
    const weekend = [{ from: '2020-01-01', days: [7] }];
    expect(mergeCalendars(calendar, {})).toEqual(calendar);
    expect(mergeCalendars(calendar, { holidays: [holiday], closures: [closure], weekend })).toEqual({
      ...{ ...calendar, weekend },
      ...{ holidays: [...calendar.holidays, holiday], closures: [...calendar.closures, closure] },
    });
  });

  it('is merged once of the same parts', () => {
    const [fresh, own, other] = [{ ...calendar }, {}, {}];
    expect(mergeCalendars(fresh, own)).toBe(mergeCalendars(fresh, own));
    expect(mergeCalendars(fresh, own)).not.toBe(mergeCalendars(fresh, other));
  });

  it.each([
    ['hours that end before they begin', { hours: [{ from: '2020-01-01', opens: '17:00', closes: '09:00' }] }],
    ['hours that end when they begin', { hours: [{ from: '2020-01-01', opens: '09:00', closes: '09:00' }] }],
    [
      'a closure that ends when it begins',
      { closures: [{ on: '2027-01-01', from: '12:00', to: '12:00', reason: { en: 'x' } }] },
    ],
    [
      'a closure that ends before it begins',
      { closures: [{ on: '2027-01-01', from: '12:00', to: '11:00', reason: { en: 'x' } }] },
    ],
    ['an eighth weekday', { weekend: [{ from: '2020-01-01', days: [8] }] }],
    ['a day that does not exist', { holidays: [{ on: '2027-02-30', name: { en: 'x' } }] }],
  ])('refuses %s', (_, fault) => {
    expect(OfficeCalendar.safeParse(calendar).success).toBe(true);
    expect(OfficeCalendar.safeParse({ ...calendar, ...fault }).success).toBe(false);
  });
});
