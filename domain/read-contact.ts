import { normaliseMobile, type PhoneRule } from './identity.ts';
import type { Contact } from './party.ts';
import { normalise, toAsciiDigits } from './text.ts';

const E_MAIL = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** A contact as it is stored, hashed and written to, from what somebody typed; undefined if it cannot be one. */
export const readContact = (phoneRule: PhoneRule, kind: Contact['kind'], text: string): string | undefined => {
  switch (kind) {
    case 'mobile':
      return normaliseMobile(phoneRule, text);
    case 'landline': {
      const digits = toAsciiDigits(text.normalize('NFKC')).replace(/[^\d+]/g, '');
      return /^\+?\d{4,15}$/.test(digits) ? digits : undefined;
    }
    case 'email': {
      const address = text.normalize('NFKC').trim().toLowerCase();
      return address.length <= 254 && E_MAIL.test(address) ? address : undefined;
    }
    case 'post':
      return normalise(text) || undefined;
  }
};
