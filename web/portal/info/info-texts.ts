import type { Answered } from '../../api/client.ts';
import type { Language } from '../../kit/language.ts';
import enUrl from './en.json?url';
import faUrl from './fa.json?url';

type Part = { readonly title: string; readonly says?: readonly string[]; readonly list?: readonly string[] };
type Info = { readonly title: string; readonly lead: string; readonly parts: readonly Part[] };
export type InfoTexts = Readonly<Record<'help' | 'privacy' | 'accessibility', Info>>;

/** The long texts are no script: they lie beside it and are fetched when one of their pages is opened. */
export const infoTexts = async (language: Language): Promise<Answered<InfoTexts>> => {
  try {
    const response = await fetch(language === 'fa' ? faUrl : enUrl);
    // Built from this folder together with this script; a test reads both languages.
    return { agreed: true, value: (await response.json()) as InfoTexts };
  } catch {
    return { agreed: false, problem: { type: 'unreachable', title: '', status: 0 } };
  }
};

/** Puts what the city has published in the places of a text that name it: `{years}`. */
export const withFacts = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place);
