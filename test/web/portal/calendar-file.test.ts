import { expect, test } from 'vitest';
import { calendarFile } from '../../../web/portal/calendar-file.ts';

const ENTRY = { id: 'a', startsAt: '2027-02-01T06:00:00.000Z', endsAt: '2027-02-01T06:10:00.000Z' };
const NOW = '2027-01-01T00:00:00.000Z';

test('A turn becomes a calendar entry at its own moment', () => {
  const lines = calendarFile({ ...ENTRY, title: 'Meeting; ward, 6', place: 'Hall' }, NOW).split('\r\n');
  expect(lines).toContain('DTSTART:20270201T060000Z');
  expect(lines).toContain('SUMMARY:Meeting\\; ward\\, 6');
  expect(lines.at(-2)).toBe('END:VCALENDAR');
});

test('Long Persian lines are folded between letters, at 75 octets, and read back whole', () => {
  const place = 'تهران، خیابان کارگر شمالی، ساختمان شهرداری منطقه ۶، طبقه دوم، سالن ملاقات‌های مردمی';
  const text = calendarFile({ ...ENTRY, title: 'ملاقات', place }, NOW);
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`LOCATION:${place}`);
});
