import { toAsciiDigits } from './text.ts';

/** How long a one-time code lives, and how often it may be tried and asked for. */
export const ONE_TIME_CODE = { minutes: 10, tries: 5, perContactADay: 10, perNetworkADay: 100 } as const;

const DIGITS = 8;

/**
 * The code that belongs to some random bytes.
 * @throws Error for fewer than 8 bytes, which would make some codes likelier than others.
 */
export const oneTimeCodeFrom = (bytes: Uint8Array): string => {
  if (bytes.length < 8) throw new Error('a one-time code needs at least 8 random bytes');
  const number = bytes.reduce((sum, byte) => (sum * 256n + BigInt(byte)) % 10n ** BigInt(DIGITS), 0n);
  return String(number).padStart(DIGITS, '0');
};

/** The code that somebody typed, in any digits, with spaces and dashes; undefined if it cannot be one. */
export const readOneTimeCode = (text: string): string | undefined => {
  const digits = toAsciiDigits(text.normalize('NFKC')).replace(/[^\d]/g, '');
  return digits.length === DIGITS ? digits : undefined;
};
