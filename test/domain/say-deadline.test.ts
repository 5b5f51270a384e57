import { describe, expect, it } from 'vitest';
import { eastmereCalendar } from '../../cities/eastmere/calendar.ts';
import { tehranCalendar } from '../../cities/tehran/calendar.ts';
import { sayDeadline } from '../../domain/say-deadline.ts';
import {
  afterWorkingDays,
  afterWorkingHours,
  type Deadline,
  dueOn,
  fixedAt,
  recompute,
} from '../../domain/working-time.ts';

const inTehran = (deadline: Deadline) => [
  sayDeadline(deadline, tehranCalendar, 'en', 'persian'),
  sayDeadline(deadline, tehranCalendar, 'fa', 'persian'),
];

const monday = '2027-02-01T08:00:00.000Z';

describe('a deadline explains itself', () => {
  it('as a sum of working days', () => {
    expect(inTehran(afterWorkingDays(tehranCalendar, monday, 20))).toEqual([
      'from Monday 12 Bahman 1405: 20 working days, without Thursdays, Fridays and 9 Esfand = Tuesday 11 Esfand 1405',
      '۲۰ روز کاری از دوشنبه ۱۲ بهمن ۱۴۰۵، بدون احتساب پنجشنبه‌ها، جمعه‌ها و ۹ اسفند، یعنی تا سه‌شنبه ۱۱ اسفند ۱۴۰۵',
    ]);
  });

  it('across Nowruz, with days in a row said as one', () => {
    expect(inTehran(afterWorkingDays(tehranCalendar, '2027-03-14T08:00:00.000Z', 10))).toEqual([
      'from Sunday 23 Esfand 1405: 10 working days, without Thursdays, Fridays, 29 Esfand to 4 Farvardin and 14 Farvardin = Monday 16 Farvardin 1406',
      '۱۰ روز کاری از یکشنبه ۲۳ اسفند ۱۴۰۵، بدون احتساب پنجشنبه‌ها، جمعه‌ها، ۲۹ اسفند تا ۴ فروردین و ۱۴ فروردین، یعنی تا دوشنبه ۱۶ فروردین ۱۴۰۶',
    ]);
  });

  it('with nothing to leave out', () => {
    expect(inTehran(afterWorkingDays(tehranCalendar, monday, 1))).toEqual([
      'from Monday 12 Bahman 1405: 1 working day = Tuesday 13 Bahman 1405',
      '۱ روز کاری از دوشنبه ۱۲ بهمن ۱۴۰۵، یعنی تا سه‌شنبه ۱۳ بهمن ۱۴۰۵',
    ]);
  });

  it('as a sum of working hours', () => {
    expect(inTehran(afterWorkingHours(tehranCalendar, '2027-02-27T08:20:00.000Z', 6))).toEqual([
      'from Saturday 8 Esfand 1405, 11:50: 6 working hours, without 9 Esfand = Monday 10 Esfand 1405, 10:50',
      '۶ ساعت کاری از شنبه ۸ اسفند ۱۴۰۵، ساعت ۱۱:۵۰، بدون احتساب ۹ اسفند، یعنی تا دوشنبه ۱۰ اسفند ۱۴۰۵، ساعت ۱۰:۵۰',
    ]);
  });

  it('as a day that was set, and as one that had to move', () => {
    expect(inTehran(dueOn(tehranCalendar, '2027-03-07', monday))).toEqual([
      'until Sunday 16 Esfand 1405, 14:30',
      'تا یکشنبه ۱۶ اسفند ۱۴۰۵، ساعت ۱۴:۳۰',
    ]);
    expect(inTehran(dueOn(tehranCalendar, '2027-03-25', monday))).toEqual([
      'until Saturday 7 Farvardin 1406, 14:30: the day that was set, Thursday 5 Farvardin 1406, is no working day',
      'تا شنبه ۷ فروردین ۱۴۰۶، ساعت ۱۴:۳۰؛ روز تعیین‌شده، پنجشنبه ۵ فروردین ۱۴۰۶، روز کاری نیست',
    ]);
  });

  it('with the reason of a sudden closure, which stands by itself', () => {
    const reason = { fa: 'آلودگی هوا', en: 'air pollution' };
    const closures = ['2027-02-02', '2027-02-03'].map((on) => ({ on, reason }));
    const calendar = { ...tehranCalendar, closures: [...tehranCalendar.closures, ...closures] };
    const deadline = recompute(afterWorkingDays(tehranCalendar, monday, 2), calendar);
    expect(sayDeadline(deadline, calendar, 'fa', 'persian')).toBe(
      '۲ روز کاری از دوشنبه ۱۲ بهمن ۱۴۰۵، بدون احتساب پنجشنبه‌ها، جمعه‌ها، ۱۳ بهمن (آلودگی هوا) و ۱۴ بهمن (آلودگی هوا)، یعنی تا یکشنبه ۱۸ بهمن ۱۴۰۵',
    );
    const set = recompute(dueOn(tehranCalendar, '2027-02-02', monday), calendar);
    expect(sayDeadline(set, calendar, 'en', 'persian')).toBe(
      'until Saturday 17 Bahman 1405, 14:30: the day that was set, Tuesday 13 Bahman 1405 (air pollution), is no working day',
    );
  });

  it('as the close of a day, where nothing is counted', () => {
    expect(inTehran(afterWorkingDays(tehranCalendar, monday, 0))).toEqual([
      'by the close of Monday 12 Bahman 1405',
      'تا پایان وقت اداری دوشنبه ۱۲ بهمن ۱۴۰۵',
    ]);
  });

  it('as a moment', () => {
    expect(inTehran(fixedAt('2027-02-01T07:30:00.000Z', monday))[0]).toBe('until Monday 12 Bahman 1405, 11:00');
  });

  it("in another city's calendar", () => {
    const deadline = afterWorkingDays(eastmereCalendar, '2027-03-24T08:00:00.000Z', 5);
    expect(sayDeadline(deadline, eastmereCalendar, 'en', 'gregory')).toBe(
      'from Wednesday 24 March 2027: 5 working days, without Saturdays, Sundays, 26 March and 29 March = Friday 2 April 2027',
    );
  });

  it('with a count of the days that it does not name', () => {
    const sum = {
      kind: 'working-days',
      amount: 2,
      from: monday,
      skippedWeekdays: [],
      skippedOn: ['2027-02-02', '2027-02-03'],
      skippedMore: 3,
    } as const;
    const deadline = {
      at: '2027-02-09T11:00:00.000Z',
      sum: { ...sum, skippedWeekdays: [], skippedOn: [...sum.skippedOn] },
    };
    expect(inTehran(deadline)).toEqual([
      'from Monday 12 Bahman 1405: 2 working days, without 13–14 Bahman and 3 more days = Tuesday 20 Bahman 1405',
      '۲ روز کاری از دوشنبه ۱۲ بهمن ۱۴۰۵، بدون احتساب ۱۳ و ۱۴ بهمن و ۳ روز دیگر، یعنی تا سه‌شنبه ۲۰ بهمن ۱۴۰۵',
    ]);
  });
});
