import { describe, expect, it } from 'vitest';
import { tehran } from '../../cities/tehran.ts';
import { readContact } from '../../domain/read-contact.ts';

const read = (kind: Parameters<typeof readContact>[1], text: string) => readContact(tehran.city.phoneRule, kind, text);

describe('a contact as somebody typed it', () => {
  it('is one international number, however a mobile was written', () => {
    for (const typed of ['09120000000', '۰۹۱۲۰۰۰۰۰۰۰', '+98 912 000 0000', '00989120000000']) {
      expect(read('mobile', typed)).toBe('+989120000000');
    }
  });

  it('is an address in small letters', () => {
    expect(read('email', '  Someone@Example.ORG ')).toBe('someone@example.org');
  });

  it('keeps the digits of a landline and the lines of a postal address', () => {
    expect(read('landline', '۰۲۱-۵۵ ۱۲ ۳۴')).toBe('021551234');
    expect(read('post', ' No. 1\r\nHigh  Street ')).toBe('No. 1\nHigh Street');
  });

  const addressOf = (letters: number) =>
    `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(letters)}.org`;

  it('may be as short or as long as contacts are', () => {
    expect(read('landline', '1234')).toBe('1234');
    expect(read('landline', '+123456789012345')).toBe('+123456789012345');
    expect(addressOf(57)).toHaveLength(254);
    expect(read('email', addressOf(57))).toBe(addressOf(57));
  });

  it.each([
    ['landline', '123'],
    ['landline', '1234567890123456'],
    ['landline', '12+34567'],
    ['email', addressOf(58)],
    ['mobile', '12'],
    ['email', 'someone@example'],
    ['email', 'a b@example.org'],
    ['email', `${'a'.repeat(300)}@example.org`],
    ['landline', '12'],
    ['post', '  '],
  ] as const)('is nothing when a %s is %j', (kind, typed) => {
    expect(read(kind, typed)).toBeUndefined();
  });
});
