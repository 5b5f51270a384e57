import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, searchKey, searchWords, toAsciiDigits } from '../../domain/text.ts';

const persian = fc.string({
  unit: fc.constantFrom(
    ...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءآأإئؤةۀيكىٱ۰۱۲٣٤٥abcÉİß'.split(''),
    ...['\u200c', '\u200f', '\u0640', '\u064b', '\u0654', '\u200b', ' ', '\n', '\u00a0', '\ufefb', '\ufdfa'],
  ),
});
const anyText = fc.oneof(persian, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

describe('normalised text', () => {
  it.each([
    ['علي كريمي', 'علی کریمی', 'Arabic ye and kaf'],
    ['موسى', 'موسی', 'alef maksura'],
    ['شـــهر', 'شهر', 'tatweel'],
    ['ا\u0640\u0654حمد', 'أحمد', 'a hamza that stood on tatweel'],
    ['\u202bشهر\u202c\u200f', 'شهر', 'direction marks'],
    ['شهر\u200b\ufeffدار', 'شهردار', 'invisible spaces'],
    ['می\u200c\u200c\u200cخواهم', 'می\u200cخواهم', 'runs of half-spaces'],
    [' میدان \u200c  آزادی\u200c ', 'میدان آزادی', 'spaces with half-spaces'],
    ['ﻻﻟﻪ', 'لاله', 'presentation forms'],
    ['سطر یک \r\n\t سطر دو', 'سطر یک\nسطر دو', 'line breaks, which stay'],
    ['بند یک\n \n\n\nبند دو', 'بند یک\n\nبند دو', 'paragraphs, which stay'],
    ['Ａ１ ﬁ', 'A1 fi', 'wide and joined Latin letters'],
    ['شهر\n\n', 'شهر', 'empty lines after a text'],
    ['میدان \u200cآزادی', 'میدان آزادی', 'a half-space after a space'],
    ['میدان\u200c آزادی', 'میدان آزادی', 'a half-space before a space'],
    ['یک\rدو', 'یک\nدو', 'the line break of old machines'],
    ['یک\u2028دو', 'یک\nدو', 'a line separator'],
    ['یک\u2029\u2029\u2029دو', 'یک\n\nدو', 'paragraph separators'],
    ['یک\r\n\r\nدو', 'یک\n\nدو', 'an empty line'],
    ['\n\nشهر \n', 'شهر', 'lines around a text'],
    ['\u200cشهر\u200c\u200c', 'شهر', 'half-spaces around a text'],
    ['شهر\u2060دار\u061c\u2066\u2069', 'شهردار', 'other invisible signs'],
  ])('of "%s" is "%s" (%s)', (typed, normal) => {
    expect(normalise(typed)).toBe(normal);
  });

  it('is normal already when it is normalised again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a search key', () => {
  it.each([
    ['مسئول', 'مسیول'],
    ['مسؤول', 'مسوول'],
    ['آزادی', 'ازادی'],
    ['إبراهيم أحمد', 'ابراهیم احمد'],
    ['مُحَمَّد', 'محمد'],
    ['خانهٔ', 'خانه'],
    ['خانۀ', 'خانه'],
    ['زكاة', 'زکاه'],
    ['جزء', 'جز'],
    ['می\u200cخواهم', 'میخواهم'],
    ['منطقه ۱۲ و ١٣', 'منطقه 12 و 13'],
    ['Café ÉTOILE', 'cafe etoile'],
    ['ٱلله', 'الله'],
    ['مە', 'مه'],
    ['هٰذا', 'هذا'],
    ['قُرآنۖ', 'قران'],
    ['سطر یک\n\nسطر دو', 'سطر یک سطر دو'],
    ['شیء ', 'شی'],
  ])('of "%s" is "%s"', (typed, key) => {
    expect(searchKey(typed)).toBe(key);
  });

  it('is the same for a text, for its normal form and for the key itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(searchKey(normalise(text))).toBe(searchKey(text));
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('falls into its different words', () => {
    expect(searchWords('خیابانِ آزادی، پلاک ۱۲؛ آزادي!')).toEqual(['خیابان', 'ازادی', 'پلاک', '12']);
    expect(searchWords(' ،؛ ')).toEqual([]);
  });
});

describe('digits', () => {
  it('of both keyboards become ASCII, and nothing else changes', () => {
    expect(toAsciiDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ الف-5')).toBe('0123456789 0123456789 الف-5');
  });
});
