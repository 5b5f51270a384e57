import { expect, test } from 'vitest';
import { linesOf, rowsOf } from '../../../../web/console/admin/calendar/holiday-lines.ts';

const LOCALES = ['fa', 'en'];

test('What is shown as lines is read back as it was', () => {
  const holidays = [
    { on: '2027-03-21', name: { fa: 'نوروز', en: 'Nowruz' } },
    { on: '2027-04-03', name: { fa: 'شهادت امام صادق (ع)', en: 'Martyrdom of Imam Sadiq' }, provisional: true },
  ];
  expect(rowsOf(linesOf(holidays, LOCALES, String), LOCALES)).toEqual(holidays);
});

test('A table from a spreadsheet is read, its empty lines passed over, and one language is enough', () => {
  expect(rowsOf('۱۴۰۶/۰۱/۰۱\tنوروز\n\n۱۴۰۶/۰۱/۱۴\tشهادت\t؟\n', LOCALES)).toEqual([
    { on: '۱۴۰۶/۰۱/۰۱', name: { fa: 'نوروز' } },
    { on: '۱۴۰۶/۰۱/۱۴', name: { fa: 'شهادت' }, provisional: true },
  ]);
});
