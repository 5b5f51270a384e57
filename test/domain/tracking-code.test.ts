import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPersianDigits } from '../../domain/say-time.ts';
import {
  keypadForm,
  parseKeypad,
  parseTrackingCode,
  readCode,
  showTrackingCode,
  TrackingCode,
  trackingCodeFrom,
} from '../../domain/tracking-code.ts';

const codes = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(trackingCodeFrom);

const withWrong = (text: string, place: number, symbol: string) =>
  text.slice(0, place) + symbol + text.slice(place + 1);

const withSwap = (text: string, place: number) =>
  text.slice(0, place) + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2);

const slips = (text: string, alphabet: string) => [
  ...[...text].flatMap((_, place) => [...alphabet].map((symbol) => withWrong(text, place, symbol))),
  ...Array.from({ length: text.length - 1 }, (_, place) => withSwap(text, place)),
];

describe('a tracking code', () => {
  it('has nine symbols, none of which looks like another', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[2-9A-HJKMNP-RTV-Z]{9}$/);
        expect(TrackingCode.parse(code)).toBe(code);
        expect(showTrackingCode(code)).toMatch(/^.{4}-.{4}-.$/);
      }),
    );
  });

  it('is read as people type it', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(parseTrackingCode(code)).toBe(code);
        expect(parseTrackingCode(` ${toPersianDigits(showTrackingCode(code).toLowerCase())} `)).toBe(code);
        expect(parseTrackingCode([...code].join(' '))).toBe(code);
      }),
    );
    expect(parseTrackingCode('٢٢٢٢ ۲۲۲۲ 2')).toBe('222222222');
  });

  it('shows every single wrong symbol and every swap of neighbours', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (const slip of slips(code, '23456789ABCDEFGHJKMNPQRTVWXYZ')) {
          expect(parseTrackingCode(slip)).toBe(slip === code ? code : undefined);
        }
      }),
    );
  });

  it.each(['', '2222', '2222-2222-22', '0222-2222-2', 'کد ندارم', '2222-2222-3', '2222-222I-4'])(
    'is not "%s"',
    (text) => {
      expect(parseTrackingCode(text)).toBeUndefined();
      expect(TrackingCode.safeParse(text).success).toBe(false);
    },
  );

  it('may be asked of any text without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseTrackingCode(text) ?? '').toMatch(/^(.{9})?$/);
        expect(parseKeypad(text) ?? '').toMatch(/^(.{9})?$/);
      }),
    );
  });

  it('needs enough random bytes', () => {
    expect(() => trackingCodeFrom(new Uint8Array(7))).toThrow('at least 8 random bytes');
  });

  it('uses all symbols in all places, evenly enough', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 2900; seed += 1) {
      const bytes = Uint8Array.from(
        { length: 16 },
        (_, index) => (Math.imul(seed + 1, 2654435761 + index * 40503) >>> 11) & 255,
      );
      for (const symbol of trackingCodeFrom(bytes)) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    expect(counts.size).toBe(29);
    for (const count of counts.values()) expect(count).toBeGreaterThan(450);
  });
});

describe('the keypad form of a code', () => {
  it('is fourteen digits that lead back to the code', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const digits = keypadForm(code);
        expect(digits).toMatch(/^\d{14}$/);
        expect(parseKeypad(digits)).toBe(code);
        expect(parseKeypad(toPersianDigits(digits.replace(/(\d{4})/g, '$1 ')))).toBe(code);
      }),
    );
  });

  it('shows every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(codes.map(keypadForm), (digits) => {
        for (const slip of slips(digits, '0123456789')) {
          if (slip !== digits) expect(parseKeypad(slip)).toBeUndefined();
        }
      }),
    );
  });

  it('is no code where the digits stand for none', () => {
    expect(parseKeypad('99999999999941')).toBeUndefined();
    expect(parseKeypad('1234')).toBeUndefined();
  });
});

describe('a code that somebody gives', () => {
  const bytes = (...last: number[]) => Uint8Array.from([...Array.from({ length: 8 - last.length }, () => 0), ...last]);

  it.each([
    [bytes(), '222222222', '00000000000098'],
    [bytes(1), '22222223Y', '00000000000195'],
    [bytes(30), '22222233V', '00000000003008'],
    [bytes(1, 0), '222222AVH', '00000000025609'],
  ])('of the bytes %o is %s, or %s on a keypad', (random, code, digits) => {
    expect(trackingCodeFrom(random)).toBe(code);
    expect(keypadForm(code)).toBe(digits);
  });

  it('is read in either form, with spaces and dashes', () => {
    expect(readCode('2222-2223-y')).toBe('22222223Y');
    expect(readCode('0000 0000-0001 95')).toBe('22222223Y');
    expect(readCode('22222223V')).toBeUndefined();
    expect(readCode('00000000000194')).toBeUndefined();
    expect(readCode('x00000000000195')).toBeUndefined();
  });

  it('is shown in groups of four', () => {
    expect(showTrackingCode('22222223Y')).toBe('2222-2223-Y');
  });
});
