import { invalid } from './table-error.ts';

/** DynamoDB numbers: decimal text of at most 38 significant digits between 1E-130 and 9.99E+125. Never a JavaScript number. */
const MOST_DIGITS = 38;
const HIGHEST_EXPONENT = 125;
const LOWEST_EXPONENT = -130;

/** Bytes that sort as the numbers do, and of which none is the beginning of another. */
export function orderedNumber(text: string): Buffer {
  const { negative, digits, exponent } = parse(text);
  if (digits === '') return Buffer.from([0x02]);
  const body = Buffer.concat([
    Buffer.from([exponent - LOWEST_EXPONENT]),
    Buffer.from(digits, 'latin1'),
    Buffer.from([0]),
  ]);
  return Buffer.concat([Buffer.from([negative ? 0x01 : 0x03]), negative ? body.map((byte) => 0xff - byte) : body]);
}

export const add = (left: string, right: string): string => combine(left, right, (a, b) => a + b);
export const subtract = (left: string, right: string): string => combine(left, right, (a, b) => a - b);

/** Bytes DynamoDB stores for a number: one, a half for each significant digit before and after the point, one for a minus. */
export function numberSize(text: string): number {
  const { whole, fraction, negative } = split(text);
  const wholeDigits = fraction === '' ? whole.replace(/0+$/, '') : whole.replace(/^0+$/, '');
  const fractionDigits = wholeDigits === '' ? fraction.replace(/^0+/, '') : fraction;
  return 1 + Math.ceil(wholeDigits.length / 2) + Math.ceil(fractionDigits.length / 2) + (negative ? 1 : 0);
}

function combine(left: string, right: string, operation: (a: bigint, b: bigint) => bigint): string {
  const places = Math.max(split(left).fraction.length, split(right).fraction.length);
  const result = operation(scaled(left, places), scaled(right, places));
  const text = result
    .toString()
    .replace('-', '')
    .padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  return withinLimits(`${result < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`);
}

function withinLimits(text: string): string {
  const { digits, exponent } = parse(text);
  if (exponent > HIGHEST_EXPONENT) {
    throw invalid('Number overflow. Attempting to store a number with magnitude larger than supported range');
  }
  if (exponent < LOWEST_EXPONENT) {
    throw invalid('Number underflow. Attempting to store a number with magnitude smaller than supported range');
  }
  if (digits.length > MOST_DIGITS) {
    throw invalid('Attempting to store more than 38 significant digits in a Number');
  }
  return text;
}

/** `digits` without zeros at either end ('' for zero); the value is d.ddd × 10^exponent. */
function parse(text: string): { negative: boolean; digits: string; exponent: number } {
  const { negative, whole, fraction } = split(text);
  const all = whole + fraction;
  const leadingZeros = all.length - all.replace(/^0+/, '').length;
  const digits = all.replace(/^0+|0+$/g, '');
  return { negative, digits, exponent: digits === '' ? 0 : whole.length - 1 - leadingZeros };
}

function split(text: string): { negative: boolean; whole: string; fraction: string } {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  return { negative, whole, fraction };
}

function scaled(text: string, places: number): bigint {
  const { negative, whole, fraction } = split(text);
  const value = BigInt(whole + fraction.padEnd(places, '0'));
  return negative ? -value : value;
}
