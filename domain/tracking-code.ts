import * as z from 'zod/mini';
import { toAsciiDigits } from './text.ts';

/**
 * 29 symbols: digits and capitals without 0 O, 1 I L and U, which are mixed up on paper, and S, which is taken for 5 on
 * paper and for F on the phone. 29 is prime, which the check needs.
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRTVWXYZ';
const PRIME = ALPHABET.length;
const SYMBOLS = 8;
const NUMBERS = BigInt(PRIME) ** BigInt(SYMBOLS);
const KEYPAD_DIGITS = 12;

/** Nine symbols without dashes, the last checks the others. It identifies a request and authorises nothing. */
export const TrackingCode = z
  .string()
  .check(z.refine((text) => parseTrackingCode(text) === text, 'must be a tracking code'));
export type TrackingCode = z.infer<typeof TrackingCode>;

/**
 * The code that belongs to some random bytes.
 * @throws Error for fewer than 8 bytes, which would make some codes likelier than others.
 */
export function trackingCodeFrom(bytes: Uint8Array): TrackingCode {
  if (bytes.length < SYMBOLS) throw new Error('a tracking code needs at least 8 random bytes');
  const number = bytes.reduce((sum, byte) => (sum * 256n + BigInt(byte)) % NUMBERS, 0n);
  return codeOfNumber(number);
}

/** The code that somebody typed, in any digits and case, with spaces and dashes; undefined if there is a slip in it. */
export function parseTrackingCode(text: string): TrackingCode | undefined {
  const code = toAsciiDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const isWhole = code.length === SYMBOLS + 1 && [...code].every((symbol) => ALPHABET.includes(symbol));
  return isWhole && code.endsWith(checkSymbol(code.slice(0, SYMBOLS))) ? code : undefined;
}

/** For people: `7K3M-92QF-4`. */
export function showTrackingCode(code: TrackingCode): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** The code for phone keypads: 12 digits and two that check them (ISO 7064, MOD 97-10, as in an IBAN). */
export function keypadForm(code: TrackingCode): string {
  const number = [...code.slice(0, SYMBOLS)].reduce((sum, symbol) => sum * PRIME + ALPHABET.indexOf(symbol), 0);
  const digits = String(number).padStart(KEYPAD_DIGITS, '0');
  return digits + String(98 - ((number * 100) % 97)).padStart(2, '0');
}

/** The code behind the digits that somebody keyed in, in any script; undefined if there is a slip in them. */
export function parseKeypad(text: string): TrackingCode | undefined {
  const digits = toAsciiDigits(text.normalize('NFKC')).replace(/[\s-]/g, '');
  if (!/^\d{14}$/.test(digits)) return undefined;
  const code = codeOfNumber(BigInt(digits.slice(0, KEYPAD_DIGITS)) % NUMBERS);
  return keypadForm(code) === digits ? code : undefined;
}

/** The code that somebody gave in either form. */
export function readCode(text: string): TrackingCode | undefined {
  return parseTrackingCode(text) ?? parseKeypad(text);
}

function codeOfNumber(number: bigint): TrackingCode {
  let symbols = '';
  for (let rest = number; symbols.length < SYMBOLS; rest /= BigInt(PRIME)) {
    symbols = ALPHABET.charAt(Number(rest % BigInt(PRIME))) + symbols;
  }
  return symbols + checkSymbol(symbols);
}

/**
 * The rule of ISBN-10 (ISO 2108) over 29 symbols: each place has its own weight, and the weighted sum is 0 modulo a prime.
 * A wrong symbol changes the sum by weight × difference, a swap by difference of weights × difference of symbols; neither
 * can be a multiple of the prime, so every single slip and every swap is found.
 */
function checkSymbol(symbols: string): string {
  const sum = [...symbols].reduce(
    (total, symbol, place) => total + (SYMBOLS + 1 - place) * ALPHABET.indexOf(symbol),
    0,
  );
  return ALPHABET.charAt((PRIME - (sum % PRIME)) % PRIME);
}
