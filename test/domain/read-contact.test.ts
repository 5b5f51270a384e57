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

  it.each([
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
