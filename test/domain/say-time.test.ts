import { CalendarDate, PersianCalendar, parseDate, toCalendar } from '@internationalized/date';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayWords,
  sayDate,
  sayDateTime,
  sayDigits,
  sayList,
  sayNumber,
  sayTime,
  toPersianDigits,
} from '../../domain/say-time.ts';
import { toAsciiDigits } from '../../domain/text.ts';

const tehran = { timeZone: 'Asia/Tehran', calendarSystem: 'persian' } as const;

describe('a spoken date', () => {
  it.each([
    ['fa', 'persian', 'دوشنبه ۱۲ بهمن ۱۴۰۵'],
    ['en', 'persian', 'Monday 12 Bahman 1405'],
    ['fa', 'gregory', 'دوشنبه ۱ فوریهٔ ۲۰۲۷'],
    ['en', 'gregory', 'Monday 1 February 2027'],
  ] as const)('in %s, counted the %s way, is "%s"', (locale, calendarSystem, said) => {
    expect(sayDate('2027-02-01', { locale, calendarSystem })).toBe(said);
  });

  it('has the hour where people look for it', () => {
    expect(sayDateTime('2026-11-30T06:00:00.000Z', { locale: 'fa', ...tehran })).toBe('دوشنبه ۹ آذر ۱۴۰۵، ساعت ۹:۳۰');
    expect(sayDateTime('2026-11-30T06:00:00.000Z', { locale: 'en', ...tehran })).toBe('Monday 9 Azar 1405, 09:30');
    expect(sayTime('2026-11-30T20:30:00.000Z', { locale: 'en', ...tehran })).toBe('00:00');
    expect(sayTime('2026-11-30T20:35:00.000Z', { locale: 'fa', ...tehran })).toBe('۰:۰۵');
  });

  it('is the day of the city, not of Greenwich', () => {
    expect(sayDateTime('2026-11-30T20:30:00.000Z', { locale: 'en', ...tehran })).toBe('Tuesday 10 Azar 1405, 00:00');
  });

  it('carries no hidden direction marks', () => {
    const said =
      sayDateTime('2026-11-30T06:00:00.000Z', { locale: 'fa', ...tehran }) +
      sayList(['الف', 'ب', 'پ'], { locale: 'fa' });
    expect(said).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });

  it('agrees with the Solar Hijri calendar on every day from 1300 to 1500', () => {
    const start = toCalendar(new CalendarDate(new PersianCalendar(), 1300, 1, 1), parseDate('2000-01-01').calendar);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 201 * 365 }), fc.constantFrom('fa', 'en'), (days, locale) => {
        const date = start.add({ days });
        const { year, day } = toCalendar(date, new PersianCalendar());
        const words = dayWords(date.toString(), { locale, calendarSystem: 'persian' });
        expect([toAsciiDigits(words.year), toAsciiDigits(words.day)]).toEqual([String(year), String(day)]);
      }),
    );
  });
});

describe('spoken numbers and lists', () => {
  it('use Persian digits in Persian only', () => {
    expect(toPersianDigits('0123456789 a')).toBe('۰۱۲۳۴۵۶۷۸۹ a');
    expect([sayNumber(1.5, { locale: 'fa' }), sayNumber(1.5, { locale: 'en' })]).toEqual(['۱٫۵', '1.5']);
  });

  it('keep the digits of what is written with Latin letters', () => {
    const digitsOf = (text: string) => [sayDigits(text, { locale: 'fa' }), sayDigits(text, { locale: 'en' })];
    expect(digitsOf('0912 000 0000')).toEqual(['۰۹۱۲ ۰۰۰ ۰۰۰۰', '0912 000 0000']);
    expect(digitsOf('7K3M-92QF-4')).toEqual(['7K3M-92QF-4', '7K3M-92QF-4']);
  });

  it('join their last two with a word', () => {
    expect(sayList(['الف', 'ب', 'پ'], { locale: 'fa' })).toBe('الف، ب و پ');
    expect(sayList(['a', 'b', 'c'], { locale: 'en' })).toBe('a, b and c');
    expect(sayList(['a'], { locale: 'en' })).toBe('a');
    expect(sayList([], { locale: 'en' })).toBe('');
  });
});
