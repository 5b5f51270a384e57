import { describe, expect, test } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { sayPlace } from '../../domain/say-place.ts';
import { sayReason, sayTurn } from '../../domain/say-turn.ts';

const TOLD = { before: 0, passed: [], lots: [], isCut: false };
const pass = (reason: string) => ({ code: '•••AAA', reason });

describe('A reason of the ledger in words', () => {
  test.each([
    ['a class of the city', 'disability', 'Disability', 'معلولیت'],
    ['a reason of the city', 'urgent-need', 'Urgent need', 'ضرورت فوری'],
    ['a closure', 'closure', 'a closure of the office', 'تعطیلی اداره'],
    ['a session that was cancelled', 'session-cancelled', 'a session that was cancelled', 'لغو جلسه'],
    ['a host who did not come', 'host-absence', 'a host who did not come', 'حاضر نشدن میزبان'],
    ['an urgent case', 'urgent', 'an urgent case', 'فوریت'],
    ['a code that nobody knows any more', 'golf', 'golf', 'golf'],
  ])('is that of %s', (_, code, english, persian) => {
    expect(sayReason(code, eastmere, 'en')).toBe(english);
    expect(sayReason(code, eastmere, 'fa')).toBe(persian);
  });
});

describe('How a request came to its place', () => {
  test('is said of who was before', () => {
    expect(sayTurn({ ...TOLD, before: 1 }, eastmere, 'en')).toBe('1 was before you. Nobody passed you.');
    expect(sayTurn({ ...TOLD, before: 14 }, eastmere, 'en')).toBe('14 were before you. Nobody passed you.');
    expect(sayTurn({ ...TOLD, before: 14 }, eastmere, 'fa')).toBe('۱۴ نفر پیش از شما بودند. کسی از شما پیش نیفتاد.');
  });

  test('is said with care where the ledger was read in part', () => {
    const cut = { ...TOLD, before: 2, isCut: true };
    expect(sayTurn(cut, eastmere, 'en')).toBe('At least 2 were before you. Nobody passed you.');
    expect(sayTurn(cut, eastmere, 'fa')).toBe('دست‌کم ۲ نفر پیش از شما بودند. کسی از شما پیش نیفتاد.');
  });

  test('is said of who passed, by their reasons', () => {
    const told = { ...TOLD, passed: [pass('disability'), pass('closure'), pass('disability')] };
    expect(sayTurn(told, eastmere, 'en')).toBe(
      'Nobody was before you. 3 passed you: 2 for the reason “Disability” and 1 for the reason “a closure of the office”.',
    );
    expect(sayTurn(told, eastmere, 'fa')).toBe(
      'هیچ‌کس پیش از شما نبود. ۳ نفر از شما پیش افتادند: ۲ نفر به سبب معلولیت و ۱ نفر به سبب تعطیلی اداره.',
    );
  });

  test('is said of the lots that were drawn', () => {
    const told = {
      ...TOLD,
      lots: [
        { draw: 3, lot: 7, of: 20, places: 12 },
        { draw: 4, lot: 1, of: 19, places: 1 },
      ],
    };
    expect(sayTurn(told, eastmere, 'en')).toBe(
      [
        'Nobody was before you. Nobody passed you.',
        'In draw 3, among 20 people for 12 turns, your lot was number 7.',
        'In draw 4, among 19 people for 1 turn, your lot was number 1.',
      ].join(' '),
    );
    expect(sayTurn({ ...told, lots: told.lots.slice(0, 1) }, eastmere, 'fa')).toContain(
      ' در قرعه‌کشی شماره ۳ میان ۲۰ نفر برای ۱۲ نوبت، قرعه شما ۷ بود.',
    );
  });
});

describe('The place on the meeting day, in words', () => {
  const AT = '2026-06-15T09:20:00.000Z';

  test.each([
    [{ state: 'expected', before: 0 }, 'Your arrival is not recorded yet', 'هنوز ورود شما ثبت نشده است'],
    [
      { state: 'expected', before: 2 },
      'Your arrival is not recorded yet; 2 are waiting before you',
      'هنوز ورود شما ثبت نشده است؛ اکنون ۲ نفر پیش از شما منتظرند',
    ],
    [{ state: 'waiting', before: 0, estimatedAt: AT }, 'You are next, about 10:20', 'نفر بعدی شمایید، حدود ساعت ۱۰:۲۰'],
    [
      { state: 'waiting', before: 3, estimatedAt: AT },
      '3 before you; your turn is about 10:20',
      '۳ نفر پیش از شماست؛ نوبت شما حدود ساعت ۱۰:۲۰',
    ],
    [{ state: 'called' }, 'You are called: please come in', 'نوبت شماست؛ بفرمایید'],
    [{ state: 'called', room: 'Room 2' }, 'You are called: Room 2', 'نوبت شماست؛ بفرمایید به Room 2'],
    [{ state: 'in' }, 'Your meeting is under way', 'ملاقات شما در جریان است'],
    [{ state: 'out' }, 'Your meeting has been held', 'ملاقات شما انجام شد'],
    [{ state: 'missed' }, 'It was recorded that nobody came for this turn', 'برای این نوبت غیبت ثبت شده است'],
  ] as const)('of %o', (place, english, persian) => {
    expect(sayPlace(place, { locale: 'en', timeZone: 'Europe/London' })).toBe(english);
    expect(sayPlace(place, { locale: 'fa', timeZone: 'Europe/London' })).toBe(persian);
  });
});
