import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);
/** Where the cut fonts lie; the style sheet knows the folder as `@fonts`. */
export const FONTS = join(import.meta.dirname, '../../node_modules/.cache/fonts');

const between = (first: string, last: string): string => {
  const [from = 0, to = 0] = [first.codePointAt(0), last.codePointAt(0)];
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');
};

/** What pages in Persian and English are written with; the style sheet's ranges say the same. */
const CUTS = [
  {
    name: 'arabic',
    whole: resolve('@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2'),
    letters: `${between('ء', 'غ')}${between('ـ', '\u0655')}پچژکگی۰۱۲۳۴۵۶۷۸۹،؛؟٪٫٬ۀ«»\u200c\u200d\u200e\u200f\u2066\u2067\u2069…`,
  },
  {
    name: 'latin',
    whole: resolve('@fontsource-variable/vazirmatn/files/vazirmatn-latin-wght-normal.woff2'),
    letters: `${between(' ', '~')}·–—‘’“”…×`,
  },
];

/** Before a build, cuts the font down to the letters and weights that the pages use: a third of its weight. */
export const fontSubset = (): Plugin => ({
  name: 'font-subset',
  async buildStart() {
    mkdirSync(FONTS, { recursive: true });
    for (const { name, whole, letters } of CUTS) {
      const path = join(FONTS, `vazirmatn-${name}.woff2`);
      if (isCurrent(path)) continue;
      const axes = { wght: { min: 400, max: 700 } };
      const cut = await subsetFont(readFileSync(whole), letters, { targetFormat: 'woff2', variationAxes: axes });
      writeFileSync(path, cut);
    }
  },
});

/** Cutting takes longer than the whole build; a cut is good until this file changes. */
const isCurrent = (path: string): boolean =>
  existsSync(path) && statSync(path).mtimeMs > statSync(import.meta.filename).mtimeMs;
