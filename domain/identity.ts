import * as z from 'zod/mini';
import { LocalText } from './local-text.ts';
import { normalise, toAsciiDigits } from './text.ts';
import { Slug } from './unit.ts';

const Pattern = z.string().check(z.refine(isRegExp, { error: 'must be a regular expression', abort: true }));

/** How a city writes mobiles: `pattern` matches what people type, `replace` makes one international number of it. */
export const PhoneRule = z
  .object({ pattern: Pattern, replace: z.string(), example: z.string() })
  .check(z.refine((rule) => normaliseMobile(rule, rule.example) !== undefined, 'must accept its own example'));
export type PhoneRule = z.infer<typeof PhoneRule>;

const Kind = {
  id: Slug,
  label: LocalText,
  /** Whose number it is. */
  holder: z.enum(['citizen', 'legal-entity', 'foreign-national']),
};

/** A number by which an applicant is known. A typing check only: it proves nobody's identity. */
export const IdKind = z.discriminatedUnion('check', [
  z.object({ ...Kind, check: z.literal('iran-national-id') }),
  z.object({ ...Kind, check: z.literal('iran-legal-entity') }),
  z.object({ ...Kind, check: z.literal('foreign-id') }),
  z.object({ ...Kind, check: z.literal('digits'), min: z.int(), max: z.int() }),
  z.object({ ...Kind, check: z.literal('pattern'), pattern: Pattern }),
]);
export type IdKind = z.infer<typeof IdKind>;

export type CheckedIdentity = { readonly ok: true; readonly value: string } | { readonly ok: false };

/** Reads an id as typed: any digits, any case, with spaces, dashes and slashes. `value` is what to store and to search. */
export function checkIdentity(kind: IdKind, text: string): CheckedIdentity {
  const value = bare(text);
  return isValid(kind, value) ? { ok: true, value } : { ok: false };
}

/** An Iranian national id (کد ملی): ten digits, the last checks the others modulo 11; ten equal digits are refused. */
export function nationalIdIsValid(id: string): boolean {
  if (!/^\d{10}$/.test(id) || new Set(id).size === 1) return false;
  const [check = 0, ...others] = digitsOf(id).toReversed();
  const remainder = others.reduce((sum, digit, index) => sum + digit * (index + 2), 0) % 11;
  return check === (remainder < 2 ? remainder : 11 - remainder);
}

const LEGAL_ENTITY_WEIGHTS = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];

/** An Iranian legal entity's id (شناسه ملی): eleven digits, the last checks the others, the tenth shifts them all. */
export function legalEntityIdIsValid(id: string): boolean {
  if (!/^\d{11}$/.test(id)) return false;
  const digits = digitsOf(id);
  const shift = (digits[9] ?? 0) + 2;
  const sum = LEGAL_ENTITY_WEIGHTS.reduce((total, weight, index) => total + ((digits[index] ?? 0) + shift) * weight, 0);
  return digits[10] === (sum % 11) % 10;
}

/** A foreign national's number of 8–16 digits, or a passport: 6–9 letters and digits with at least one of each. */
export function foreignIdIsValid(id: string): boolean {
  return /^\d{8,16}$/.test(id) || /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{6,9}$/.test(id);
}

/** The international number, such as `+989120000000`, or undefined if the city's rule does not know what was typed. */
export function normaliseMobile(phoneRule: PhoneRule, text: string): string | undefined {
  const typed = toAsciiDigits(text.normalize('NFKC')).replace(/[^\d+]/g, '');
  const pattern = new RegExp(phoneRule.pattern);
  return pattern.test(typed) ? typed.replace(pattern, phoneRule.replace) : undefined;
}

function isValid(kind: IdKind, id: string): boolean {
  switch (kind.check) {
    case 'iran-national-id':
      return nationalIdIsValid(id);
    case 'iran-legal-entity':
      return legalEntityIdIsValid(id);
    case 'foreign-id':
      return foreignIdIsValid(id);
    case 'digits':
      return /^\d+$/.test(id) && id.length >= kind.min && id.length <= kind.max;
    case 'pattern':
      return new RegExp(`^(?:${kind.pattern})$`).test(id);
  }
}

function bare(text: string): string {
  return toAsciiDigits(normalise(text))
    .replace(/[\s\u200c./\\_‐-―-]/g, '')
    .toUpperCase();
}

function digitsOf(id: string): number[] {
  return [...id].map(Number);
}

function isRegExp(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
