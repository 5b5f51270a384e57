import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eastmere } from '../../cities/eastmere.ts';
import { tehran } from '../../cities/tehran.ts';
import {
  checkIdentity,
  foreignIdIsValid,
  IdKind,
  legalEntityIdIsValid,
  nationalIdIsValid,
  normaliseMobile,
  PhoneRule,
} from '../../domain/identity.ts';
import { toPersianDigits } from '../../domain/say-time.ts';

const { phoneRule } = tehran.city;
const kind = (id: string, city = tehran.city): IdKind => IdKind.parse(city.idKinds.find((known) => known.id === id));

const validEndings = (start: string, isValid: (id: string) => boolean) =>
  [...'0123456789'].filter((digit) => isValid(start + digit));

describe('a national id', () => {
  it.each(['0499370899', '0790419904', '0013542419', '0012345679'])('may be %s', (id) => {
    expect(nationalIdIsValid(id)).toBe(true);
  });

  it.each(['0684159415', '1111111111', '0000000000', '049937089', '04993708990', '00499370899', '049937089a', ''])(
    'may not be "%s"',
    (id) => {
      expect(nationalIdIsValid(id)).toBe(false);
    },
  );

  it('has exactly one check digit for any other nine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 111_111_110 }), (number) => {
        expect(validEndings(String(number).padStart(9, '0'), nationalIdIsValid)).toHaveLength(1);
      }),
    );
  });

  it('is refused with any one digit wrong', () => {
    const id = '0012345679';
    for (const [place, digit] of [...id].entries()) {
      for (const wrong of '0123456789'.replace(digit, '')) {
        expect(nationalIdIsValid(id.slice(0, place) + wrong + id.slice(place + 1))).toBe(false);
      }
    }
  });
});

describe("a legal entity's id", () => {
  it.each(['10380284790', '14007650912'])('may be %s', (id) => {
    expect(legalEntityIdIsValid(id)).toBe(true);
  });

  it('has exactly one check digit for any other ten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (number) => {
        expect(validEndings(String(number).padStart(10, '0'), legalEntityIdIsValid)).toHaveLength(1);
      }),
    );
  });

  it.each(['10100000000', '1038028479', '10380284791', '103802847905', ''])('may not be "%s"', (id) => {
    expect(legalEntityIdIsValid(id)).toBe(false);
  });
});

describe("a foreign national's id", () => {
  it.each(['12345678', '1234567890123456', 'A1234567', 'P12345678', 'AB1234'])('may be %s', (id) => {
    expect(foreignIdIsValid(id)).toBe(true);
  });

  it.each(['1234567', '12345678901234567', 'PASSPORT', 'A12', 'AAA1234567B', 'A-1234567'])('may not be %s', (id) => {
    expect(foreignIdIsValid(id)).toBe(false);
  });
});

describe('an id as typed', () => {
  it('is stored in ASCII digits and capitals, without spaces and dashes', () => {
    expect(checkIdentity(kind('national-id'), ' ۰۴۹-۹۳۷۰۸۹-۹ ')).toEqual({ ok: true, value: '0499370899' });
    expect(checkIdentity(kind('legal-entity-id'), '١٠٣٨٠٢٨٤٧٩٠')).toEqual({ ok: true, value: '10380284790' });
    expect(checkIdentity(kind('foreign-id'), 'a 1234567')).toEqual({ ok: true, value: 'A1234567' });
    expect(checkIdentity(kind('resident-card', eastmere.city), 'em 123456')).toEqual({ ok: true, value: 'EM123456' });
    expect(checkIdentity(kind('tax-number', eastmere.city), '1234567890')).toEqual({ ok: true, value: '1234567890' });
  });

  it('is refused where the kind does not fit', () => {
    expect(checkIdentity(kind('national-id'), '0684159415')).toEqual({ ok: false });
    expect(checkIdentity(kind('legal-entity-id'), '10380284791')).toEqual({ ok: false });
    for (const typed of ['123456789', '12345678901', '123456789X', 'X123456789']) {
      expect(checkIdentity(kind('tax-number', eastmere.city), typed)).toEqual({ ok: false });
    }
    expect(checkIdentity(kind('resident-card', eastmere.city), 'XEM123456')).toEqual({ ok: false });
    expect(checkIdentity(kind('company-number', eastmere.city), '12345678X')).toEqual({ ok: false });
  });

  it('may be any text without harm', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...tehran.city.idKinds, ...eastmere.city.idKinds),
        (text, any) => {
          const checked = checkIdentity(any, text);
          if (checked.ok) expect(checkIdentity(any, checked.value)).toEqual(checked);
        },
      ),
    );
  });
});

describe('a mobile number', () => {
  it.each([
    '09121234567',
    '9121234567',
    '+989121234567',
    '00989121234567',
    '989121234567',
    '0912 123 4567',
    '۰۹۱۲-۱۲۳-۴۵۶۷',
    '٠٩١٢١٢٣٤٥٦٧',
  ])('typed as %s is one number', (typed) => {
    expect(normaliseMobile(phoneRule, typed)).toBe('+989121234567');
  });

  it.each(['02188888888', '0912123456', '091212345678', '+9809121234567', '', 'شماره ندارم'])(
    'may not be "%s"',
    (typed) => {
      expect(normaliseMobile(phoneRule, typed)).toBeUndefined();
    },
  );

  it('stays as it is once it is normal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (rest) => {
        const typed = toPersianDigits(`09${String(rest).padStart(9, '0')}`);
        const mobile = normaliseMobile(phoneRule, typed) ?? '';
        expect(mobile).toMatch(/^\+989\d{9}$/);
        expect(normaliseMobile(phoneRule, mobile)).toBe(mobile);
      }),
    );
  });

  it("follows the city's own rule", () => {
    expect(normaliseMobile(eastmere.city.phoneRule, '07700 900123')).toBe('+447700900123');
    expect(normaliseMobile(eastmere.city.phoneRule, '09121234567')).toBeUndefined();
  });

  it('has a rule that is refused if it does not accept its own example, or is no pattern', () => {
    expect(PhoneRule.safeParse(phoneRule).success).toBe(true);
    expect(PhoneRule.safeParse({ ...phoneRule, example: '123' }).success).toBe(false);
    expect(PhoneRule.safeParse({ ...phoneRule, pattern: '(' }).success).toBe(false);
  });
});
