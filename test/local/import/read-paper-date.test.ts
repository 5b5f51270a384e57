import { expect, test } from 'vitest';
import { readPaperDate } from '../../../local/import/read-paper-date.ts';

test.each([
  ['05-2026', { on: '2026-05-01', precision: 'month' }],
  ['2026-05', { on: '2026-05-01', precision: 'month' }],
  ['12-05-2026', { on: '2026-05-12', precision: 'day' }],
  ['2026-05-12', { on: '2026-05-12', precision: 'day' }],
  ['7/3/2026', { on: '2026-03-07', precision: 'day' }],
])('reads %s', (text, expected) => {
  expect(readPaperDate(text, 'gregory')).toEqual(expected);
});

test.each([
  ['1405/03/12', { on: '2026-06-02', precision: 'day' }],
  ['۱۴۰۵/۰۳/۱۲', { on: '2026-06-02', precision: 'day' }],
  ['۱۴۰۵/۰۳', { on: '2026-05-22', precision: 'month' }],
  ['1403/12/30', { on: '2025-03-20', precision: 'day' }],
  ['2026-05-12', { on: '2026-05-12', precision: 'day' }],
])('reads %s in a city that counts in Solar Hijri', (text, expected) => {
  expect(readPaperDate(text, 'persian')).toEqual(expected);
});

test.each(['', 'May 2026', '2026', '31-02-2026', '13-2026', '2026-00', '1-2-3-2026', '05-26', '12/05/20x6'])(
  'does not guess at "%s"',
  (text) => {
    expect(readPaperDate(text, 'gregory')).toBeUndefined();
  },
);

test('a day that the Solar Hijri year lacks does not exist', () => {
  expect(readPaperDate('1404/12/30', 'persian')).toBeUndefined();
});
