import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneTimeCodeFrom, readOneTimeCode } from '../../domain/one-time-code.ts';

describe('a one-time code', () => {
  it('has eight digits, whatever the random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 16 }), (bytes) => {
        expect(oneTimeCodeFrom(bytes)).toMatch(/^\d{8}$/);
      }),
    );
  });

  it('is the number of its bytes, by its last digits', () => {
    expect(oneTimeCodeFrom(Uint8Array.from([0, 0, 0, 0, 0, 0, 1, 2]))).toBe('00000258');
    expect(oneTimeCodeFrom(Uint8Array.from([0, 0, 0, 0, 5, 245, 225, 1]))).toBe('00000001');
  });

  it('refuses to be made of too few bytes', () => {
    expect(() => oneTimeCodeFrom(new Uint8Array(7))).toThrow(/8 random bytes/);
  });

  it.each(['12345678', '۱۲۳۴۵۶۷۸', '١٢٣٤٥٦٧٨', ' 1234 5678 ', '1234-5678', '１２３４５６７８'])(
    'is read as typed: %s',
    (typed) => {
      expect(readOneTimeCode(typed)).toBe('12345678');
    },
  );

  it.each(['', '1234567', '123456789', 'abcdefgh'])('is not read from %j', (typed) => {
    expect(readOneTimeCode(typed)).toBeUndefined();
  });
});
