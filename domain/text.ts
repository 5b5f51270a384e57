const ARABIC_DIGIT_ZERO = 0x0660;
const PERSIAN_DIGIT_ZERO = 0x06f0;

/** Persian ۰-۹ and Arabic ٠-٩ digits as 0-9; everything else stays. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code < PERSIAN_DIGIT_ZERO ? ARABIC_DIGIT_ZERO : PERSIAN_DIGIT_ZERO));
  });
}

/**
 * The same words typed on any keyboard become the same text: NFKC, Persian ی and ک, no tatweel, no invisible direction
 * marks, single spaces and half-spaces. Line breaks and paragraphs stay. NFC follows the dropping of signs, because what
 * stood on both sides of one may belong together.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0640\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .normalize('NFC')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\s\u200c]+/g, oneGap)
    .replace(/^[\s\u200c]+|[\s\u200c]+$/g, '');
}

/** One half-space, one space, one line break or one empty line: the widest that the run holds. */
function oneGap(run: string): string {
  const breaks = run.split('\n').length - 1;
  if (breaks > 0) return '\n'.repeat(Math.min(breaks, 2));
  return /^\u200c+$/.test(run) ? '\u200c' : ' ';
}

/**
 * What two spellings of a word have in common; for looking up, never for showing. Lower case, ASCII digits, no vowel
 * marks, no hamza, no half-spaces, one letter for each family of alef, ye, ke, he. Ye is folded once more after NFD, where
 * a ye that carried a hamza comes apart into the Arabic one.
 */
export function searchKey(text: string): string {
  return toAsciiDigits(normalise(text).toLowerCase())
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0610-\u061a\u0621\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g, '')
    .replace(/ٱ/g, 'ا')
    .replace(/[ةە]/g, 'ه')
    .replace(/[يى]/g, 'ی')
    .replace(/\u200c/g, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

/** The different words of a text as search keys, in order of appearance. */
export function searchWords(text: string): string[] {
  return [...new Set(searchKey(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])];
}
