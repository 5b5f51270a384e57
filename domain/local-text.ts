import * as z from 'zod/mini';

/** A language tag as the city writes it: `fa`, `en`, `en-IE`. */
export const Locale = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));

/** The same words in the city's languages: `{ fa: 'شهرداری منطقه ۶', en: 'District 6' }`. At least one of them. */
export const LocalText = z
  .record(Locale, z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)))
  .check(z.refine((text) => Object.keys(text).length > 0, 'must be said in at least one language'));
export type LocalText = z.infer<typeof LocalText>;

/** The words in `locale`, else in its language, else in `fallback`, else in whichever language there is. */
export function say(text: LocalText, locale: string, fallback?: string): string {
  const inFallback = fallback === undefined ? undefined : text[fallback];
  return text[locale] ?? text[languageOf(locale)] ?? inFallback ?? Object.values(text)[0] ?? '';
}

/** `en-IE` → `en`. */
export function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}
