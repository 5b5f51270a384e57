import { describe, expect, it } from 'vitest';
import { daysOfYear, readDate, readHolidays, withYear, yearOf } from '../../domain/holidays.ts';

const YEAR = { year: 1406, system: 'persian' } as const;
const name = { fa: 'تعطیل', en: 'Holiday' };

describe('A date of a list', () => {
  it.each([
    ['1406/01/13', '2027-04-02'],
    ['۱۴۰۶-۱-۱', '2027-03-21'],
    ['2027-04-02', '2027-04-02'],
    ['1403/12/30', '2025-03-20'],
    [' 1406.01.13 ', '2027-04-02'],
    ['1699/01/01', '2320-03-21'],
    ['1700/01/01', '1700-01-01'],
  ])('%s is read in the calendar that its year belongs to', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    '1406/12/30',
    '1406/13/01',
    '2027-02-29',
    '1406-00-10',
    '13 Farvardin',
    '',
    '14060113',
    '11406/01/13',
    '1406/01/131',
    '0000/01/01',
  ])('%s is in no calendar', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});

describe('The holidays of a year', () => {
  it('lie between its first day and its last', () => {
    expect(daysOfYear(YEAR)).toEqual({ from: '2027-03-21', to: '2028-03-19' });
    expect(daysOfYear({ year: 2027, system: 'gregory' })).toEqual({ from: '2027-01-01', to: '2027-12-31' });
    expect([yearOf('2027-03-20', 'persian'), yearOf('2027-03-21', 'persian')]).toEqual([1405, 1406]);
  });

  it('are refused by their rows: a day that does not exist, one of another year, one that is named twice', () => {
    const rows = ['1406/12/30', '1405/12/29', '1406/01/13', '2027-04-02'].map((on) => ({ on, name }));
    expect(readHolidays(rows, YEAR).faults).toEqual([
      { path: 'rows.0.on', problem: 'unknown-date' },
      { path: 'rows.1.on', problem: 'outside-the-year' },
      { path: 'rows.3.on', problem: 'duplicate' },
    ]);
  });

  it('are its days from the first to the last, in their order', () => {
    const rows = ['1406/12/29', '1406/01/01', '1406/12/30'].map((on) => ({ on, name }));
    expect(readHolidays(rows, YEAR)).toStrictEqual({
      holidays: [
        { on: '2027-03-21', name },
        { on: '2028-03-19', name },
      ],
      faults: [{ path: 'rows.2.on', problem: 'unknown-date' }],
    });
    const next = ['1407/01/01', '1405/12/29'].map((on) => ({ on, name }));
    expect(readHolidays(next, YEAR).faults.map(({ problem }) => problem)).toEqual([
      ...['outside-the-year', 'outside-the-year'],
    ]);
  });

  it('take the place of those of the same year alone', () => {
    const known = ['2028-03-20', '2027-03-20', '2027-03-21', '2028-03-19'].map((on) => ({ on, name }));
    const { holidays } = readHolidays([{ on: '1406/01/13', name, provisional: true }], YEAR);
    expect(withYear(known, holidays, YEAR)).toEqual([
      { on: '2027-03-20', name },
      { on: '2027-04-02', name, provisional: true },
      { on: '2028-03-20', name },
    ]);
  });
});
